package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.SupersededNhsNumber;

/** What is known of a person whose NHS number a source says was superseded: found under the old number and the new one. */
final class Renumbered {
    private Renumbered() {}

    /**
     * What was known, with the new number, and the old one as superseded.
     *
     * @param told of the same person, certainly
     * @return empty where the source says nothing of a number that was known
     */
    static Optional<PersonDetails> of(PersonDetails known, PersonDetails told) {
        List<PersonIdentifier> old = told.identifiers().stream()
                .filter(SupersededNhsNumber.class::isInstance)
                .filter(s -> known.identifiers().contains(new NhsNumber(s.value())))
                .toList();
        List<PersonIdentifier> current = told.identifiers().stream()
                .filter(NhsNumber.class::isInstance)
                .distinct()
                .toList();
        return old.isEmpty() || current.size() != 1 ? Optional.empty() : Optional.of(with(known, old, current.get(0)));
    }

    private static PersonDetails with(PersonDetails known, List<PersonIdentifier> old, PersonIdentifier current) {
        List<PersonIdentifier> numbers = new ArrayList<>(known.identifiers());
        old.forEach(s -> numbers.remove(new NhsNumber(s.value())));
        numbers.add(current);
        numbers.addAll(old);
        return new PersonDetails(
                known.names(),
                known.birthDate(),
                known.sex(),
                numbers.stream().distinct().toList(),
                known.addresses(),
                known.telephones());
    }

    /** Whether a source has said so of a person. */
    static boolean is(PersonDetails details) {
        return details.identifiers().stream().anyMatch(SupersededNhsNumber.class::isInstance);
    }
}
