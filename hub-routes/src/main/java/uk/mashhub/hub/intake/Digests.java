package uk.mashhub.hub.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a message body, to tell a repeat from a conflict. */
public final class Digests {
    private Digests() {}

    /** The digest, 32 bytes. */
    public static byte[] of(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
