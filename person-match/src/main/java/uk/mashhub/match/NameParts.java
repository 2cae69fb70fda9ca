package uk.mashhub.match;

import java.util.List;
import uk.mashhub.match.text.Nicknames;
import uk.mashhub.match.text.Spelling;

/** Compares forenames with forenames and surnames with surnames. */
final class NameParts {
    private NameParts() {}

    static Level surnames(NameForm a, NameForm b) {
        if (a.family().isEmpty() || b.family().isEmpty()) {
            return Level.MISSING;
        }
        if (a.familyJoined().equals(b.familyJoined())) {
            return Level.EXACT;
        }
        if (half(a, b) || half(b, a)) {
            return Level.COMPATIBLE;
        }
        return Spelling.alike(a.familyJoined(), b.familyJoined()) ? Level.LOOSE : Level.DIFFERENT;
    }

    /** Whether the first is one half of a double surname. Particles, such as 'al' or 'de', are nobody's half. */
    private static boolean half(NameForm part, NameForm whole) {
        return whole.familyParts().contains(part.familyJoined());
    }

    static Level forenames(NameForm a, NameForm b) {
        if (a.given().isEmpty() || b.given().isEmpty()) {
            return Level.MISSING;
        }
        boolean initials = initial(a.given().get(0)) || initial(b.given().get(0));
        if (!initials && a.givenJoined().equals(b.givenJoined())) {
            return Level.EXACT;
        }
        if (sameOrShort(a.given().get(0), b.given().get(0))) {
            return othersCompatible(a.given(), b.given()) ? Level.COMPATIBLE : Level.LOOSE;
        }
        boolean alike =
                Spelling.alike(a.given().get(0), b.given().get(0)) || Spelling.alike(a.givenJoined(), b.givenJoined());
        return alike ? Level.LOOSE : Level.DIFFERENT;
    }

    /** Middle names, as far as both records give them. */
    private static boolean othersCompatible(List<String> a, List<String> b) {
        for (int i = 1; i < Math.min(a.size(), b.size()); i++) {
            if (!sameOrShort(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameOrShort(String a, String b) {
        return a.equals(b) || initialOf(a, b) || initialOf(b, a) || Nicknames.oneName(a, b);
    }

    private static boolean initialOf(String letter, String name) {
        return initial(letter) && name.startsWith(letter);
    }

    /** One letter of a script that has capitals; one character of another script may be a whole name. */
    private static boolean initial(String word) {
        int first = word.codePointAt(0);
        return word.codePointCount(0, word.length()) == 1 && Character.toUpperCase(first) != first;
    }
}
