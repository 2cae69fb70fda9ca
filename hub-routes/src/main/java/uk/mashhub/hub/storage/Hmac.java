package uk.mashhub.hub.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) of use, a zero byte, value: for what must be compared and not be read. */
public final class Hmac {
    private final SecretKeySpec key;

    /** @param key 32 bytes */
    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @param use keeps values of different kinds apart */
    public byte[] of(String use, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    byte[] of(String use, String value) {
        return of(use, value.getBytes(StandardCharsets.UTF_8));
    }
}
