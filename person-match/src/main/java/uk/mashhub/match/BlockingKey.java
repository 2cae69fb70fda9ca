package uk.mashhub.match;

import java.util.HexFormat;
import java.util.Objects;

/**
 * Finds people who may be the same without naming them: an HMAC-SHA-256 (RFC 2104) of something known of a person. Two
 * records that share a key are worth comparing, and no more than that.
 *
 * @param hex 64 lower-case hex digits
 * @param loose of what many may share and be other people, such as a telephone, or a home and the sound of a name
 */
public record BlockingKey(String hex, boolean loose) {
    public BlockingKey {
        Objects.requireNonNull(hex, "hex");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a blocking key has 64 hex digits");
        }
    }

    /** A key of what agrees exactly. */
    public BlockingKey(String hex) {
        this(hex, false);
    }

    /** The key of 32 bytes. */
    static BlockingKey of(byte[] mac, boolean loose) {
        return new BlockingKey(HexFormat.of().formatHex(mac), loose);
    }

    /** The first 64 bits, for an index: two keys that fall together there cost a comparison and nothing else. */
    public long prefix() {
        return Long.parseUnsignedLong(hex, 0, 16, 16);
    }

    /** Prints nothing: equal keys in a log would tie two messages to one person. */
    @Override
    public String toString() {
        return "BlockingKey[not shown]";
    }
}
