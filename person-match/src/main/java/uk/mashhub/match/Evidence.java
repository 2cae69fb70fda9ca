package uk.mashhub.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.Sex;

/**
 * How two records compare, field by field. A field that one of them lacks says nothing, neither for nor against.
 *
 * @param current names in use now
 * @param any names of any use, aliases and former ones included
 * @param place a place to live is shared
 * @param sexDiffers one says female and the other male
 */
record Evidence(
        NameEvidence current,
        NameEvidence any,
        DateLevel date,
        IdentifierEvidence identifiers,
        boolean place,
        boolean sexDiffers) {

    static Evidence of(PersonDetails a, PersonDetails b) {
        return new Evidence(
                NameEvidence.nearest(current(a), current(b)),
                NameEvidence.nearest(names(a), names(b)),
                DateLevel.of(a.birthDate(), b.birthDate()),
                IdentifierEvidence.of(a.identifiers(), b.identifiers()),
                !Collections.disjoint(Places.of(a), Places.of(b)),
                EnumSet.of(a.sex(), b.sex()).equals(EnumSet.of(Sex.FEMALE, Sex.MALE)));
    }

    /** Whether any field speaks against one person. A link is certain only where none does. */
    boolean contradicts() {
        return current.contradicts() || date.contradicts() || identifiers.contradicts() || sexDiffers;
    }

    /** A line for each field that both records have, or that one lacks and that counts. No value is in any of them. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        identifiers.agreeing().forEach(k -> words.add(k.words() + " agrees"));
        identifiers.conflicting().forEach(k -> words.add(k.words() + " differs"));
        String other = any.equals(current) ? "" : " (an alias or former name)";
        words.add("forename " + any.given().words() + other);
        words.add("surname " + any.family().words() + other);
        if (any.reordered()) {
            words.add("the words of the name agree in another order");
        }
        words.add("date of birth " + date.words());
        words.add(place ? "an address agrees" : "no address agrees");
        if (sexDiffers) {
            words.add("sex recorded differs");
        }
        return words;
    }

    private static List<NameForm> names(PersonDetails person) {
        return person.names().stream().map(NameForm::of).toList();
    }

    private static List<NameForm> current(PersonDetails person) {
        return names(person).stream().filter(NameForm::current).toList();
    }
}
