package uk.mashhub.adapter.seal;

import java.util.Objects;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import uk.mashhub.model.RandomSource;

/** The X25519 key pair (RFC 7748) of one recipient: the hub, or one source. Immutable. */
public final class SealKeyPair {
    /** Length of a public and of a private key, in bytes. */
    public static final int KEY_BYTES = 32;

    private final X25519PrivateKeyParameters privateKey;
    private final X25519PublicKeyParameters publicKey;

    private SealKeyPair(byte[] privateKey) {
        this.privateKey = new X25519PrivateKeyParameters(privateKey);
        this.publicKey = this.privateKey.generatePublicKey();
    }

    /** A fresh pair. */
    public static SealKeyPair generate(RandomSource random) {
        return of(random.bytes(KEY_BYTES));
    }

    /**
     * The pair of a stored private key.
     *
     * @param privateKey 32 bytes, as {@link #privateKey()} gives them
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static SealKeyPair of(byte[] privateKey) {
        if (Objects.requireNonNull(privateKey, "privateKey").length != KEY_BYTES) {
            throw new IllegalArgumentException("a private key has 32 bytes");
        }
        return new SealKeyPair(privateKey);
    }

    /** The public key, 32 bytes; may be known to all. */
    public byte[] publicKey() {
        return publicKey.getEncoded();
    }

    /** The private key, 32 bytes; belongs in a keystore and nowhere else. */
    public byte[] privateKey() {
        return privateKey.getEncoded();
    }

    X25519PrivateKeyParameters privateParameters() {
        return privateKey;
    }

    X25519PublicKeyParameters publicParameters() {
        return publicKey;
    }

    @Override
    public String toString() {
        return "SealKeyPair[not shown]";
    }
}
