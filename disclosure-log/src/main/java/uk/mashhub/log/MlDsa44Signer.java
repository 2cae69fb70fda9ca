package uk.mashhub.log;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import uk.mashhub.log.note.Signer;

/** ML-DSA-44 (FIPS 204 section 5.2, empty context, deterministic) with the key in memory. */
public final class MlDsa44Signer implements Signer {
    private static final int SEED_LENGTH = 32;

    private final MLDSAPrivateKeyParameters key;

    /**
     * With a key.
     *
     * @param seed 32 bytes, FIPS 204 section 5.1
     */
    public MlDsa44Signer(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("the seed of an ML-DSA key has 32 bytes");
        }
        key = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
    }

    /** The public key, 1312 bytes. */
    public byte[] publicKey() {
        return key.getPublicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            MLDSASigner signer = new MLDSASigner();
            signer.init(true, key);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        } catch (CryptoException keyUnusable) {
            throw new IllegalStateException("cannot sign", keyUnusable);
        }
    }
}
