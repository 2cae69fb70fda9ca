package uk.mashhub.log.note;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The head of a log's tree (C2SP tlog-checkpoint v1.0.0): whoever holds one can tell whether the log was rewritten.
 *
 * @param origin name of the log; the name of its key
 * @param size how many entries
 * @param root Merkle root over them, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    private static final int LINES = 3;

    public Checkpoint {
        Objects.requireNonNull(origin, "origin");
        root = root.clone();
        if (origin.isEmpty() || size < 0 || root.length != 32) {
            throw new IllegalArgumentException("a checkpoint has an origin, a size from 0 and a root of 32 bytes");
        }
    }

    /** The three lines of the note's text. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.write(root) + "\n";
    }

    /** Reads the text of a note; extension lines, if any, are passed over. Empty if it is no checkpoint. */
    public static Optional<Checkpoint> read(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        boolean lineIsEmpty = lines.subList(0, lines.size() - 1).contains("");
        if (lines.size() < LINES + 1 || lineIsEmpty || !text.endsWith("\n")) {
            return Optional.empty();
        }
        Optional<Long> size = Decimal.read(lines.get(1));
        Optional<byte[]> root = Base64Text.readHash(lines.get(2));
        return size.flatMap(entries -> root.map(hash -> new Checkpoint(lines.get(0), entries, hash)));
    }

    /** Reads a note; empty unless it is a checkpoint of the log whose key this is, and the key signed it. */
    public static Optional<Checkpoint> signed(byte[] note, NoteKey key) {
        return SignedNote.verified(note, key)
                .flatMap(Checkpoint::read)
                .filter(head -> head.origin().equals(key.name()));
    }

    /** Whether another checkpoint is of the same log and says of the same size that its root is another. */
    public boolean contradicts(Checkpoint other) {
        return origin.equals(other.origin) && size == other.size && !Arrays.equals(root, other.root);
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
