package uk.mashhub.log;

import java.util.Base64;
import java.util.Optional;

/** Base 64 (RFC 4648 section 4) read strictly: one text for each content, padding and spare bits as written. */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The JDK ignores spare bits of the last character; a second spelling would be a byte changed unseen.
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
