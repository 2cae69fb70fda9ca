package uk.mashhub.adapter.police.records;

import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;

/**
 * How far a hit is like the person asked about. The system's own opinion is not read: it is the hub that answers for
 * whose records these are.
 */
enum Likeness {
    /** A checked number agrees, no number of the same kind disagrees, and name or date of birth agrees too. */
    SAME_NUMBER,
    /** Full name and date of birth agree, and no number disagrees. */
    SAME_NAME_AND_BIRTH_DATE,
    /** May be the same person: somebody must look. */
    POSSIBLE,
    /** Somebody else. */
    OTHER;

    static Likeness of(AskedPerson asked, PersonDetails found) {
        boolean name = sharesFullName(asked, found);
        boolean family = sharesFamilyName(asked, found);
        boolean birth = sameBirthDate(asked, found);
        boolean contradicted = numbersDisagree(asked, found);
        if (sharesNumber(asked, found)) {
            return !contradicted && (family || birth) ? SAME_NUMBER : POSSIBLE;
        }
        if (contradicted) {
            return OTHER;
        }
        if (name && birth) {
            return SAME_NAME_AND_BIRTH_DATE;
        }
        return (name && birthMayAgree(asked, found)) || (family && birth && sharesInitial(asked, found))
                ? POSSIBLE
                : OTHER;
    }

    private static boolean sharesNumber(AskedPerson asked, PersonDetails found) {
        return asked.identifiers().stream().anyMatch(found.identifiers()::contains);
    }

    private static boolean numbersDisagree(AskedPerson asked, PersonDetails found) {
        return asked.identifiers().stream()
                .filter(n -> !(n instanceof LocalId))
                .anyMatch(n -> has(found, n.getClass()) && !found.identifiers().contains(n));
    }

    private static boolean has(PersonDetails found, Class<? extends PersonIdentifier> kind) {
        return found.identifiers().stream().anyMatch(kind::isInstance);
    }

    private static boolean sameBirthDate(AskedPerson asked, PersonDetails found) {
        return asked.birthDate().isPresent()
                && asked.birthDate()
                        .map(BirthDate::date)
                        .equals(found.birthDate().map(BirthDate::date));
    }

    private static boolean birthMayAgree(AskedPerson asked, PersonDetails found) {
        return asked.birthDate().isEmpty()
                || found.birthDate().isEmpty()
                || asked.birthDate().get().date().getYear()
                        == found.birthDate().get().date().getYear();
    }

    private static boolean sharesFullName(AskedPerson asked, PersonDetails found) {
        Set<String> theirs = found.names().stream().map(n -> letters(n.full())).collect(Collectors.toSet());
        return asked.names().stream()
                .filter(n -> !n.given().isEmpty() && !n.family().isBlank())
                .anyMatch(n -> theirs.contains(letters(n.full())));
    }

    private static boolean sharesFamilyName(AskedPerson asked, PersonDetails found) {
        Set<String> theirs =
                found.names().stream().map(n -> letters(n.family())).collect(Collectors.toSet());
        return asked.names().stream()
                .map(n -> letters(n.family()))
                .anyMatch(family -> !family.isEmpty() && theirs.contains(family));
    }

    private static boolean sharesInitial(AskedPerson asked, PersonDetails found) {
        Set<Integer> theirs =
                found.names().stream().flatMap(n -> initial(n).stream()).collect(Collectors.toSet());
        return asked.names().stream().flatMap(n -> initial(n).stream()).anyMatch(theirs::contains);
    }

    private static Set<Integer> initial(PersonName name) {
        return name.given().stream()
                .limit(1)
                .map(Likeness::letters)
                .filter(g -> !g.isEmpty())
                .map(g -> g.codePointAt(0))
                .collect(Collectors.toSet());
    }

    private static String letters(String text) {
        return Words.canonical(text).replace("_", "");
    }
}
