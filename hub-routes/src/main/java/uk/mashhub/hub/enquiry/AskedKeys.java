package uk.mashhub.hub.enquiry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;

/** Which random key of a question stands for which person. Kept encrypted with the question. */
public record AskedKeys(List<AskedKey> keys) {

    /** One of them. */
    public record AskedKey(PersonKey key, PersonId person) {
        public AskedKey {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(person, "person");
        }
    }

    public AskedKeys {
        keys = List.copyOf(keys);
    }

    static AskedKeys of(Map<PersonId, PersonKey> byPerson) {
        return new AskedKeys(byPerson.entrySet().stream()
                .map(e -> new AskedKey(e.getValue(), e.getKey()))
                .sorted(Comparator.comparing(k -> k.key().value()))
                .toList());
    }

    /** The person that a key stands for. */
    public Optional<PersonId> person(PersonKey key) {
        return keys.stream()
                .filter(k -> k.key().equals(key))
                .map(AskedKey::person)
                .findFirst();
    }
}
