package uk.mashhub.match.text;

import java.util.List;
import java.util.Set;

/** Words that stand with names and are nobody's name. */
public final class Titles {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "master",
            "dr",
            "doctor",
            "prof",
            "professor",
            "rev",
            "reverend",
            "sir",
            "dame",
            "lord",
            "lady",
            "baron",
            "baroness",
            "duke",
            "duchess",
            "earl",
            "viscount",
            "count",
            "countess",
            "marquess",
            "baronet",
            "bt",
            "esq",
            "hon",
            "capt",
            "captain",
            "major",
            "colonel",
            "of",
            "the",
            "jr",
            "jnr",
            "sr",
            "snr",
            "ii",
            "iii",
            "haji",
            "shaikh",
            "sheikh",
            "mullah",
            "llc");

    private Titles() {}

    /** The words without titles and ordinals ('2nd'); nothing is left where there was nothing else. */
    public static List<String> without(List<String> words) {
        return words.stream().filter(w -> !TITLES.contains(w) && !ordinal(w)).toList();
    }

    private static boolean ordinal(String word) {
        return word.length() > 2
                && Character.isDigit(word.charAt(0))
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"));
    }
}
