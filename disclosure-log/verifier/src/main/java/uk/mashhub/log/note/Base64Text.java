package uk.mashhub.log.note;

import java.util.Base64;
import java.util.Optional;

/** Base 64 (RFC 4648 section 4) read strictly: one text for each content, padding and spare bits as written. */
public final class Base64Text {
    private Base64Text() {}

    /** The content; empty if the text is not spelt in the one way. */
    public static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The JDK ignores spare bits of the last character; a second spelling would be a byte changed unseen.
            return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** A hash of 32 bytes; empty if the text is anything else. */
    public static Optional<byte[]> readHash(String text) {
        return read(text).filter(bytes -> bytes.length == 32);
    }

    /** The text, with padding. */
    public static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
