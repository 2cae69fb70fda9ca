package uk.mashhub.log;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * The head of the log's tree (C2SP tlog-checkpoint v1.0.0): whoever holds one can tell whether the log was rewritten.
 *
 * @param origin name of the log; the name of its key
 * @param size how many entries
 * @param root Merkle root over them, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    public Checkpoint {
        Objects.requireNonNull(origin, "origin");
        root = root.clone();
        if (origin.isEmpty() || size < 0 || root.length != 32) {
            throw new IllegalArgumentException("a checkpoint has an origin, a size from 0 and a root of 32 bytes");
        }
    }

    /** The three lines of the note's text. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Reads the text of a note; extension lines, if any, are passed over. Empty if it is no checkpoint. */
    public static Optional<Checkpoint> read(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        return Base64Text.read(lines[2])
                .filter(root -> root.length == 32)
                .map(root -> new Checkpoint(lines[0], Long.parseLong(lines[1]), root));
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, size, Arrays.hashCode(root));
    }

    @Override
    public String toString() {
        return "Checkpoint[" + origin + ", " + size + "]";
    }
}
