package uk.mashhub.adapter.police.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.mashhub.model.vocabulary.Classification;

/** Reads a protective marking (Government Security Classifications 2023), with caveats or without. */
public final class Marking {
    private Marking() {}

    /**
     * What a marking means. Any marking with the word SECRET is above OFFICIAL-SENSITIVE. Markings of the scheme before
     * 2014 and anything else are UNKNOWN with a term.
     */
    public static Classification of(String marking, String place, Terms terms) {
        List<String> words = Arrays.asList(Words.canonical(marking).split("_"));
        if (tooHigh(marking)) {
            return words.contains("TOP") || marking.toUpperCase(Locale.ROOT).contains("TOPSECRET")
                    ? Classification.TOP_SECRET
                    : Classification.SECRET;
        }
        return switch (Words.canonical(marking)) {
            case "OFFICIAL", "UK_OFFICIAL" -> Classification.OFFICIAL;
            case "OFFICIAL_SENSITIVE", "UK_OFFICIAL_SENSITIVE", "OFFICIALSENSITIVE" ->
                Classification.OFFICIAL_SENSITIVE;
            default -> {
                terms.add(place, marking);
                yield Classification.UNKNOWN;
            }
        };
    }

    /** Whether the hub may not keep what is marked so. */
    public static boolean tooHigh(String marking) {
        return Words.canonical(marking).replace("_", "").contains("SECRET");
    }

    /** The stricter of the message's marking and an item's own; UNKNOWN, which somebody must look at, wins. */
    public static Classification stricter(Classification a, Classification b) {
        if (a == Classification.UNKNOWN || b == Classification.UNKNOWN) {
            return Classification.UNKNOWN;
        }
        return a.compareTo(b) >= 0 ? a : b;
    }
}
