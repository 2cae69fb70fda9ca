package uk.mashhub.match;

import java.util.Objects;

/**
 * What the weights say of two records.
 *
 * @param modelVersion which model weighed them, see {@link uk.mashhub.match.weight.ModelFile#version}
 * @param bits above 0, one person is the likelier (log2 of the odds)
 */
public record Weight(String modelVersion, double bits) {
    public Weight {
        Objects.requireNonNull(modelVersion, "modelVersion");
        if (Double.isNaN(bits)) {
            throw new IllegalArgumentException("a weight is a number");
        }
    }
}
