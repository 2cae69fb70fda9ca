package uk.mashhub.adapter.police.sheet;

import java.util.Locale;
import java.util.Optional;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Makes fields of code words. A known word becomes a field of its kind, in our own words; an unknown one may be anything,
 * a refuge's name included, so it becomes a field of kind UNKNOWN, which counts as free text (ruling 9).
 */
public final class Codes {
    private Codes() {}

    /** The field; the word itself is kept if nobody knows it. */
    public static <E extends Enum<E>> ItemField field(
            Class<E> vocabulary, FieldKind kind, String label, String word, String place, Terms terms) {
        Optional<E> known = Words.known(vocabulary, word);
        if (known.isPresent()) {
            return new ItemField(kind, label, inWords(known.get()));
        }
        terms.add(place, word);
        return new ItemField(FieldKind.UNKNOWN, label, word);
    }

    /** A field of a constant already read; {@code word} is what stood there if the constant is UNKNOWN. */
    static ItemField field(Enum<?> constant, FieldKind kind, String label, String word) {
        return constant.name().equals("UNKNOWN")
                ? new ItemField(FieldKind.UNKNOWN, label, word)
                : new ItemField(kind, label, inWords(constant));
    }

    /** 'Domestic abuse' for DOMESTIC_ABUSE; the abbreviation NFA stays as it is. */
    static String inWords(Enum<?> constant) {
        String name = constant.name();
        return name.equals("NFA")
                ? name
                : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
