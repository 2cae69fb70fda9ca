package uk.mashhub.policy.agreement;

import java.util.Objects;

/**
 * Where something stands.
 *
 * @param file name of the file; of an agency's agreement with its folder
 * @param line counted from 1
 */
public record Place(String file, int line) {
    public Place {
        Objects.requireNonNull(file, "file");
    }

    static Place of(Node node) {
        return new Place(node.file(), node.line());
    }

    /** For example {@code safety.yaml:12}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
