package uk.mashhub.policy.cases;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;

/** The people of an enquiry, by the word that a case calls them by. */
record Family(Map<String, PacketPerson> people) {
    Family {
        people = new LinkedHashMap<>(people);
    }

    static Family none() {
        return new Family(Map.of());
    }

    /** This family and more people; whoever stands in both is as in the second. */
    Family and(Family more) {
        Map<String, PacketPerson> all = new LinkedHashMap<>(people);
        all.putAll(more.people);
        return new Family(all);
    }

    /** Always the same id for the same word, so that a case gives the same bytes in every run. */
    static PersonId id(String word) {
        return new PersonId(uuid("person " + word));
    }

    static UUID uuid(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    /** Ids by word. */
    Map<String, PersonId> ids() {
        Map<String, PersonId> ids = new LinkedHashMap<>();
        people.forEach((word, person) -> ids.put(word, person.id()));
        return ids;
    }

    /** The word for a person. */
    String word(PersonId id) {
        return people.keySet().stream()
                .filter(w -> id(w).equals(id))
                .findFirst()
                .orElse("a stranger to the enquiry");
    }
}
