package uk.mashhub.model.item;

import java.util.Objects;

/**
 * A code of the source that the vocabulary does not know.
 *
 * @param place where it stood, such as {@code /notification/grade} or {@code line 14, field 3}
 * @param original the source's word, kept as it was
 */
public record UnknownTerm(String place, String original) {
    public UnknownTerm {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(original, "original");
    }

    /** Not even the place: the names of fields are the sender's too. */
    @Override
    public String toString() {
        return "UnknownTerm[not shown]";
    }
}
