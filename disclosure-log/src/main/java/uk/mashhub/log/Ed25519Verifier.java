package uk.mashhub.log;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Checks Ed25519 signatures (RFC 8032 section 5.1.7). A signature has one valid encoding only. */
public final class Ed25519Verifier implements Verifier {
    private final Ed25519PublicKeyParameters key;

    /**
     * For a key.
     *
     * @param publicKey 32 bytes
     * @throws IllegalArgumentException if they are no point of the curve, or one of small order
     */
    public Ed25519Verifier(byte[] publicKey) {
        if (!takes(publicKey)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        key = new Ed25519PublicKeyParameters(publicKey, 0);
    }

    /** Whether the bytes are a point of the curve's prime-order group. */
    static boolean takes(byte[] publicKey) {
        return publicKey.length == Ed25519.PUBLIC_KEY_SIZE && Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && key.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }
}
