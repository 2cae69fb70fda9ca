package uk.mashhub.adapter.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * Encrypts a body for one recipient at one address: HPKE base mode (RFC 9180 section 5.1.1) with DHKEM(X25519,
 * HKDF-SHA256), HKDF-SHA256 and AES-256-GCM.
 *
 * <p>Guarantees: only the holder of the recipient's private key reads the body; any changed bit is noticed; a body sealed
 * for one address does not open at another, because the address is part of the HPKE info. It does not say who sealed the
 * body: that is the broker-validated principal (ruling 19).
 *
 * <p>Shape of sealed bytes: format version (1 byte, 1), encapsulated key (32 bytes), ciphertext with its 16-byte tag. The
 * version is the additional data.
 */
public final class Seal {
    /** How many bytes a sealed body is longer than the plain one. */
    public static final int OVERHEAD = 1 + SealKeyPair.KEY_BYTES + 16;

    private static final byte VERSION = 1;
    private static final String INFO = "uk.mashhub seal 1\n";

    private Seal() {}

    /**
     * Seals.
     *
     * @param recipientPublicKey 32 bytes
     * @param address where the body will be read, such as {@code hub.intake}
     * @throws IllegalArgumentException if the key is not a usable X25519 public key
     */
    public static byte[] seal(byte[] recipientPublicKey, String address, byte[] plain) {
        Objects.requireNonNull(plain, "plain");
        try {
            HPKEContextWithEncapsulation context = suite().setupBaseS(recipient(recipientPublicKey), info(address));
            byte[] ciphertext = context.seal(new byte[] {VERSION}, plain);
            byte[] encapsulation = context.getEncapsulation();
            return ByteBuffer.allocate(1 + encapsulation.length + ciphertext.length)
                    .put(VERSION)
                    .put(encapsulation)
                    .put(ciphertext)
                    .array();
        } catch (InvalidCipherTextException | IllegalStateException e) {
            throw new IllegalArgumentException("cannot seal for this key");
        }
    }

    /**
     * Opens.
     *
     * @param address the address at which the body was read
     * @throws SealBroken if the body was not sealed for this key and address, or was changed or cut
     */
    public static byte[] open(SealKeyPair own, String address, byte[] sealed) throws SealBroken {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new SealBroken();
        }
        byte[] encapsulation = Arrays.copyOfRange(sealed, 1, 1 + SealKeyPair.KEY_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(sealed, 1 + SealKeyPair.KEY_BYTES, sealed.length);
        AsymmetricCipherKeyPair pair = new AsymmetricCipherKeyPair(own.publicParameters(), own.privateParameters());
        try {
            return suite().setupBaseR(encapsulation, pair, info(address)).open(new byte[] {VERSION}, ciphertext);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new SealBroken();
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static X25519PublicKeyParameters recipient(byte[] publicKey) {
        if (Objects.requireNonNull(publicKey, "publicKey").length != SealKeyPair.KEY_BYTES) {
            throw new IllegalArgumentException("a public key has 32 bytes");
        }
        return new X25519PublicKeyParameters(publicKey);
    }

    private static byte[] info(String address) {
        return (INFO + Objects.requireNonNull(address, "address")).getBytes(StandardCharsets.UTF_8);
    }
}
