package uk.mashhub.match.weight;

import java.util.Collections;
import java.util.List;
import uk.mashhub.match.text.Nicknames;
import uk.mashhub.match.text.Spelling;
import uk.mashhub.match.text.SurnameForms;

/** Compares forename with forename and surname with surname, as far as both records tell them apart. */
final class Names {
    private static final double CLOSE = 0.92;
    private static final double ALIKE = 0.8;
    private static final int SHORT_FORM = 3;

    private Names() {}

    static Grade forenames(Name a, Name b) {
        if (a.forename().equals(b.forename())) {
            return a.forename().length() == 1 ? Grade.INITIAL : Grade.SAME;
        }
        // Xin-Yi is Xinyi.
        if (!(a.others().isEmpty() && b.others().isEmpty()) && a.given().equals(b.given())) {
            return Grade.SAME;
        }
        if (swapped(a, b)) {
            return Grade.SWAPPED;
        }
        if (initial(a.forename(), b.forename())) {
            return Grade.INITIAL;
        }
        if (variant(a.forename(), b.forename())) {
            return Grade.VARIANT;
        }
        double likeness = Spelling.likeness(a.forename(), b.forename(), ALIKE);
        if (close(a.forename(), b.forename(), likeness)) {
            return Grade.CLOSE;
        }
        if (a.others().contains(b.forename())
                || b.others().contains(a.forename())
                || a.family().contains(b.forename())
                || b.family().contains(a.forename())) {
            return Grade.ELSEWHERE;
        }
        return a.forenameSound().equals(b.forenameSound())
                        || a.forenameSkeleton().equals(b.forenameSkeleton())
                        || likeness >= ALIKE
                ? Grade.SOUND
                : Grade.DIFFERENT;
    }

    static Grade surnames(Name a, Name b) {
        if (a.surname().equals(b.surname())) {
            return Grade.SAME;
        }
        if (swapped(a, b)) {
            return Grade.SWAPPED;
        }
        if (half(a, b) || half(b, a)) {
            return Grade.HALF;
        }
        if (SurnameForms.oneName(a.surname(), a.surnameForm(), b.surname(), b.surnameForm())) {
            return Grade.VARIANT;
        }
        double likeness = Spelling.likeness(a.surname(), b.surname(), ALIKE);
        if (close(a.surname(), b.surname(), likeness)) {
            return Grade.CLOSE;
        }
        if (!Collections.disjoint(a.others(), b.family())
                || !Collections.disjoint(b.others(), a.family())
                || b.family().contains(a.forename())
                || a.family().contains(b.forename())) {
            return Grade.ELSEWHERE;
        }
        return a.surnameSound().equals(b.surnameSound())
                        || a.surnameSkeleton().equals(b.surnameSkeleton())
                        || likeness >= ALIKE
                ? Grade.SOUND
                : Grade.DIFFERENT;
    }

    /** How the further names compare: all the same, some, an initial that fits, none. */
    static Grade others(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return Grade.SAME;
        }
        if (a.stream().anyMatch(x -> x.length() > 1 && b.stream().anyMatch(y -> x.equals(y) || close(x, y)))) {
            return Grade.PART;
        }
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> initial(x, y))) ? Grade.INITIAL : Grade.DIFFERENT;
    }

    /** Whether one is a short form of the other: by the table, or because the other begins with it. */
    static boolean variant(String a, String b) {
        return Nicknames.oneName(a, b)
                || Math.min(a.length(), b.length()) >= SHORT_FORM && (a.startsWith(b) || b.startsWith(a));
    }

    static boolean initial(String a, String b) {
        return a.charAt(0) == b.charAt(0) && (a.length() == 1 || b.length() == 1);
    }

    static boolean close(String a, String b) {
        return close(a, b, Spelling.likeness(a, b, CLOSE));
    }

    private static boolean close(String a, String b, double likeness) {
        int shorter = Math.min(a.length(), b.length());
        return shorter > 2
                && (likeness >= CLOSE || Math.abs(a.length() - b.length()) <= 1 && Spelling.slips(a, b, 1) == 1);
    }

    private static boolean swapped(Name a, Name b) {
        return !a.forename().equals(a.surname())
                && a.forename().equals(b.surname())
                && b.forename().equals(a.surname());
    }

    private static boolean half(Name part, Name whole) {
        return whole.family().size() > 1
                && part.family().stream()
                        .anyMatch(w -> w.length() > 2 && whole.family().contains(w));
    }
}
