package uk.mashhub.log;

import java.util.Arrays;
import java.util.Objects;

/**
 * The 256 random bits behind one commitment. Kept beside the record, encrypted, and destroyed with it: without its salt
 * a commitment says nothing about what it was made of.
 *
 * @param claim name of the claim it belongs to
 * @param bytes 32 bytes
 */
public record Salt(String claim, byte[] bytes) {
    /** How many bytes a salt has. */
    public static final int LENGTH = 32;

    public Salt {
        Objects.requireNonNull(claim, "claim");
        bytes = bytes.clone();
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a salt has 32 bytes");
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt that && claim.equals(that.claim) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * claim.hashCode() + Arrays.hashCode(bytes);
    }

    /** The claim's name alone: the bytes are a secret. */
    @Override
    public String toString() {
        return "Salt[" + claim + "]";
    }
}
