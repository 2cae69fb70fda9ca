package uk.mashhub.hub.match;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.storage.PersonLinks;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;

/** Flags on their way over links (ruling 10). A flag is the person's own where every link on the way is settled. */
final class Travelling {
    private Travelling() {}

    /** @param known the flags of everybody whom the links lead to */
    static TravellingFlags over(PersonLinks links, Collection<PersonId> people, Map<PersonId, List<PersonFlag>> known) {
        Map<PersonId, List<PersonFlag>> settled = new HashMap<>();
        Map<PersonId, List<PersonFlag>> possible = new HashMap<>();
        for (PersonId person : people) {
            List<PersonId> same = links.same(person);
            settled.put(person, flags(same.stream(), known));
            possible.put(person, flags(links.linked(person).stream().filter(p -> !same.contains(p)), known));
        }
        return new TravellingFlags(settled, possible);
    }

    private static List<PersonFlag> flags(Stream<PersonId> people, Map<PersonId, List<PersonFlag>> known) {
        return people.flatMap(p -> known.getOrDefault(p, List.of()).stream())
                .distinct()
                .toList();
    }
}
