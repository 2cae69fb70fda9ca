package uk.mashhub.match.text;

import com.ibm.icu.text.Transliterator;
import java.util.List;

/**
 * Names of other scripts in Latin letters, by the rules of Unicode CLDR. Several spellings of one name are usual: what
 * comes out is compared by spelling and sound, and never shown.
 */
public final class Latin {
    private Latin() {}

    /** Made when first needed, because the rules take long to load. Transliterators may be shared by threads. */
    private static final class Rules {
        static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

        private Rules() {}
    }

    /** The folded words of a text, in ASCII letters where CLDR knows the script. */
    public static List<String> words(String raw) {
        List<String> folded = Folded.words(raw);
        return folded.stream().allMatch(Latin::plain)
                ? folded
                : Folded.words(Rules.ANY.transliterate(String.join(" ", folded)));
    }

    private static boolean plain(String word) {
        return word.chars().allMatch(c -> c < 128);
    }
}
