package uk.mashhub.adapter.police.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads code words of police systems, whatever their case, spacing and punctuation. */
public final class Words {
    private static final String UNKNOWN = "UNKNOWN";

    private Words() {}

    /** The canonical form: compatibility-normalised, upper case, with one underscore for whatever is no letter or digit. */
    public static String canonical(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
                .replaceAll("^_|_$", "");
    }

    /** The constant of that name, or UNKNOWN with a term if there is none. A blank word is UNKNOWN too. */
    public static <E extends Enum<E>> E in(Class<E> vocabulary, String word, String place, Terms terms) {
        return known(vocabulary, word).orElseGet(() -> {
            if (!canonical(word).equals(UNKNOWN)) {
                terms.add(place, word);
            }
            return Enum.valueOf(vocabulary, UNKNOWN);
        });
    }

    /** The constant of that name, other than UNKNOWN. */
    public static <E extends Enum<E>> Optional<E> known(Class<E> vocabulary, String word) {
        String name = canonical(word);
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(constant -> constant.name().equals(name) && !name.equals(UNKNOWN))
                .findFirst();
    }
}
