package uk.mashhub.policy.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over words and numbers. Each word goes in with its length, so that no two rows of them look alike. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void words(String... words) {
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            numbers(bytes.length);
            sha256.update(bytes);
        }
    }

    void numbers(long... numbers) {
        for (long number : numbers) {
            sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
