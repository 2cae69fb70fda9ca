package uk.mashhub.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithm;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.Signer;

/**
 * A cosignature that a quantum computer cannot forge (C2SP tlog-cosignature, type 0x06): 8 bytes of time and 2420 of ML-DSA-44.
 * Unlike Ed25519's it is over the cosigner's name too, and not over extension lines.
 */
public final class MlDsa44Cosignature implements NoteAlgorithm {
    private static final int TIME_LENGTH = 8;
    private static final int LENGTH = TIME_LENGTH + 2420;
    private static final int MAX_NAME = 255;
    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    @Override
    public int type() {
        return NoteKey.ML_DSA_44_COSIGNATURE;
    }

    @Override
    public boolean verifies(NoteKey key, String text, byte[] signature) {
        if (signature.length != LENGTH) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] mlDsa = Arrays.copyOfRange(signature, TIME_LENGTH, LENGTH);
        return seconds >= 0
                && message(key.name(), seconds, text)
                        .filter(message -> verifies(key, message, mlDsa))
                        .isPresent();
    }

    private static boolean verifies(NoteKey key, byte[] message, byte[] signature) {
        try {
            MLDSASigner verifier = new MLDSASigner();
            verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key.publicKey()));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (RuntimeException malformedKeyOrSignature) {
            return false;
        }
    }

    /**
     * Cosigns a checkpoint. Only a witness that has checked it against what it cosigned before, or the log itself, may do so.
     *
     * @param checkpoint the text of its note
     */
    public static NoteSignature of(String checkpoint, Instant at, NoteKey key, Signer signer) {
        if (key.type() != NoteKey.ML_DSA_44_COSIGNATURE || at.getEpochSecond() <= 0) {
            throw new IllegalArgumentException("a cosignature takes a key of its type and a time after 1970");
        }
        byte[] message = message(key.name(), at.getEpochSecond(), checkpoint)
                .orElseThrow(() -> new IllegalArgumentException("not a checkpoint, or a name over 255 bytes"));
        byte[] signature = ByteBuffer.allocate(LENGTH)
                .putLong(at.getEpochSecond())
                .put(signer.sign(message))
                .array();
        return new NoteSignature(key.name(), key.id(), signature);
    }

    /** The structure {@code cosigned_message}; empty if the text is no checkpoint or a name does not fit. */
    static Optional<byte[]> message(String cosigner, long seconds, String text) {
        byte[] name = cosigner.getBytes(StandardCharsets.UTF_8);
        return Checkpoint.read(text)
                .filter(head -> name.length <= MAX_NAME)
                .filter(head -> head.origin().getBytes(StandardCharsets.UTF_8).length <= MAX_NAME)
                .map(head -> {
                    byte[] origin = head.origin().getBytes(StandardCharsets.UTF_8);
                    ByteArrayOutputStream message = new ByteArrayOutputStream();
                    message.writeBytes(LABEL);
                    message.write(name.length);
                    message.writeBytes(name);
                    message.writeBytes(eightBytes(seconds));
                    message.write(origin.length);
                    message.writeBytes(origin);
                    message.writeBytes(eightBytes(0));
                    message.writeBytes(eightBytes(head.size()));
                    message.writeBytes(head.root());
                    return message.toByteArray();
                });
    }

    private static byte[] eightBytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
