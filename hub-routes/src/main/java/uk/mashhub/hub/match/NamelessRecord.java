package uk.mashhub.hub.match;

import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;

/**
 * Records that hold numbers and no names, as statutory files such as the CIN census do. The matcher rightly never calls one
 * certain by itself. Here more is known: the source was asked with this number, and answers that this is who was meant.
 */
final class NamelessRecord {
    private NamelessRecord() {}

    /** Whether a number with a check digit and an accurate date of birth agree, and no number differs. */
    static boolean bearsOut(PersonDetails asked, PersonDetails answered) {
        return answered.names().isEmpty()
                && sameDate(asked, answered)
                && answered.identifiers().stream()
                        .anyMatch(i -> checked(i) && asked.identifiers().contains(i))
                && !conflict(asked, answered);
    }

    private static boolean sameDate(PersonDetails asked, PersonDetails answered) {
        return asked.birthDate().isPresent()
                && asked.birthDate().equals(answered.birthDate())
                && asked.birthDate().get().accuracy() == BirthDate.Accuracy.ACCURATE;
    }

    private static boolean checked(PersonIdentifier identifier) {
        return !(identifier instanceof Crn) && !(identifier instanceof LocalId);
    }

    /** A number of a scheme that both have, of which none is shared. */
    private static boolean conflict(PersonDetails asked, PersonDetails answered) {
        Set<Class<?>> shared = asked.identifiers().stream()
                .filter(answered.identifiers()::contains)
                .map(Object::getClass)
                .collect(Collectors.toSet());
        return answered.identifiers().stream()
                .filter(i -> !shared.contains(i.getClass()))
                .anyMatch(i -> checked(i) && asked.identifiers().stream().anyMatch(a -> a.getClass() == i.getClass()));
    }
}
