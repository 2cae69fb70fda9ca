package uk.mashhub.policy.proof;

import java.util.Objects;

/**
 * Something wrong between rules that are each well written.
 *
 * @param place where the rule stands: file and line
 * @param id of the rule
 */
public record Fault(Kind kind, String place, String id, String words) {

    /** What is wrong. */
    public enum Kind {
        /** A situation for which the matrix has no cell, or in which something is given without a legal basis. */
        UNCOVERED,
        /** A rule that never applies. */
        DEAD,
        /** A rule without which everything would come out the same. */
        SHADOWED,
        /** Rules that cannot both be meant: two cells for one situation, or a permission that is always overruled. */
        CONTRADICTORY
    }

    public Fault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(words, "words");
    }

    @Override
    public String toString() {
        return kind + " " + place + " " + id + ": " + words;
    }
}
