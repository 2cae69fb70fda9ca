package uk.mashhub.log;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A head of the log for which others have given their word.
 *
 * @param size entries under it
 * @param note the head, signed by the log, with its witnesses' cosignatures if it has any
 * @param token of a time authority over its text (RFC 3161); empty if none stamped it
 */
public record Vouched(long size, byte[] note, Optional<byte[]> token) {
    public Vouched {
        note = note.clone();
        Objects.requireNonNull(token, "token");
    }

    @Override
    public byte[] note() {
        return note.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vouched that && size == that.size && Arrays.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return "Vouched[" + size + "]";
    }
}
