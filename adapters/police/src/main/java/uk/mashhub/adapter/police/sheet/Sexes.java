package uk.mashhub.adapter.police.sheet;

import uk.mashhub.model.vocabulary.Sex;

/** Reads recorded sex. */
public final class Sexes {
    private Sexes() {}

    /** The sex, or UNKNOWN with a term. */
    public static Sex of(String word, String place, Terms terms) {
        return switch (Words.canonical(word)) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            case "U", "" -> Sex.UNKNOWN;
            default -> Words.in(Sex.class, word, place, terms);
        };
    }
}
