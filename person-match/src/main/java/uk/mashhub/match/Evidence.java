package uk.mashhub.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** A record with its names and places made ready, to be compared with many. */
    record Side(PersonDetails details, List<NameForm> names, Set<String> places) {
        static Side of(PersonDetails details) {
            return new Side(details, details.names().stream().map(NameForm::of).toList(), Places.of(details));
        }

        private List<NameForm> current() {
            return names.stream().filter(NameForm::current).toList();
        }

        @Override
        public String toString() {
            return "Side[not shown]";
        }
    }

    static Evidence of(PersonDetails a, PersonDetails b) {
        return of(Side.of(a), Side.of(b));
    }

    static Evidence of(Side a, Side b) {
        return new Evidence(
                NameEvidence.nearest(a.current(), b.current()),
                NameEvidence.nearest(a.names(), b.names()),
                DateLevel.of(a.details().birthDate(), b.details().birthDate()),
                IdentifierEvidence.of(a.details().identifiers(), b.details().identifiers()),
                !Collections.disjoint(a.places(), b.places()),
                EnumSet.of(a.details().sex(), b.details().sex()).equals(EnumSet.of(Sex.FEMALE, Sex.MALE)));
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
}
