package uk.mashhub.hub.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.mashhub.model.RandomSource;

/**
 * Envelope encryption (ruling 17). Each body has its own random 256-bit data key and is sealed with AES-256-GCM (NIST SP
 * 800-38D); table, row, holder and version are authenticated with it. The data key is wrapped by the holder's key of the
 * current epoch (AES Key Wrap, RFC 3394: no nonce to repeat under a key that wraps millions). Thread-safe; keeps nothing.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final RandomSource random;

    public Vault(KeyRing keys, RandomSource random) {
        this.keys = keys;
        this.random = random;
    }

    SealedBody seal(BodyName name, String holder, byte[] plain) {
        HolderKey wrapping = keys.current(holder);
        SecretKey dataKey = new SecretKeySpec(random.bytes(32), "AES");
        byte[] nonce = random.bytes(NONCE_BYTES);
        try {
            byte[] sealed =
                    gcm(Cipher.ENCRYPT_MODE, dataKey, nonce, name, holder).doFinal(plain);
            byte[] body = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, body, NONCE_BYTES, sealed.length);
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, wrapping.key());
            return new SealedBody(holder, wrapping.epoch(), wrap.wrap(dataKey), body);
        } catch (GeneralSecurityException e) {
            throw new VaultBroken(name.table());
        }
    }

    /**
     * Opens a body.
     *
     * @throws VaultBroken if it was changed, or stood elsewhere, or was sealed for another holder
     * @throws KeyMissing if the holder's key of that epoch is not, or no longer, there
     */
    byte[] open(BodyName name, SealedBody sealed) {
        SecretKey wrapping = keys.holderKey(sealed.holder(), sealed.epoch());
        try {
            Cipher unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, wrapping);
            SecretKey dataKey = (SecretKey) unwrap.unwrap(sealed.wrappedKey(), "AES", Cipher.SECRET_KEY);
            byte[] nonce = Arrays.copyOf(sealed.body(), NONCE_BYTES);
            return gcm(Cipher.DECRYPT_MODE, dataKey, nonce, name, sealed.holder())
                    .doFinal(sealed.body(), NONCE_BYTES, sealed.body().length - NONCE_BYTES);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Providers also throw unchecked exceptions of their own on damaged input.
            throw new VaultBroken(name.table());
        }
    }

    /**
     * Wraps the data key of a body anew, by the holder's key of today. The body itself stays as it is.
     *
     * @throws KeyMissing if the holder's key of that epoch is not, or no longer, there
     */
    Rewrapped rewrap(String holder, long epoch, byte[] wrapped) {
        HolderKey today = keys.current(holder);
        try {
            Cipher unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, keys.holderKey(holder, epoch));
            Cipher wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, today.key());
            return new Rewrapped(today.epoch(), wrap.wrap(unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY)));
        } catch (KeyMissing e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Providers also throw unchecked exceptions of their own on damaged input.
            throw new VaultBroken("key_wrap");
        }
    }

    /** The epoch of a holder's key of today. */
    long epoch(String holder) {
        return keys.current(holder).epoch();
    }

    /** A data key, wrapped by its holder's key of an epoch. */
    record Rewrapped(long epoch, byte[] wrapped) {
        @Override
        public String toString() {
            return "Rewrapped[" + epoch + "]";
        }
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] nonce, BodyName name, String holder)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(additional(name, holder));
        return cipher;
    }

    /** Lengths stand before the words, so that no two places have the same bytes. */
    private static byte[] additional(BodyName name, String holder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String word :
                    new String[] {"mash-body-1", name.table(), name.row().toString(), holder}) {
                byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
            out.writeLong(name.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
