package uk.mashhub.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A witness's word that, at a time, this checkpoint was the largest it had seen of the log, and that the log had only
 * grown until then (C2SP tlog-cosignature, type 0x04): 8 bytes of time, big-endian seconds, and 64 bytes of Ed25519.
 */
public final class Cosignature implements NoteAlgorithm {
    private static final int LENGTH = 8 + 64;

    @Override
    public int type() {
        return NoteKey.ED25519_COSIGNATURE;
    }

    @Override
    public boolean verifies(NoteKey key, String text, byte[] signature) {
        if (signature.length != LENGTH || Checkpoint.read(text).isEmpty()) {
            return false;
        }
        ByteBuffer parts = ByteBuffer.wrap(signature);
        long seconds = parts.getLong();
        byte[] ed25519 = new byte[parts.remaining()];
        parts.get(ed25519);
        return seconds >= 0 && Ed25519Jdk.verifies(key.publicKey(), message(seconds, text), ed25519);
    }

    /**
     * Cosigns a checkpoint. Only a witness that has checked it against what it cosigned before may do so.
     *
     * @param key of type {@link NoteKey#ED25519_COSIGNATURE}
     * @param checkpoint the text of its note
     */
    public static NoteSignature of(String checkpoint, Instant at, NoteKey key, Signer signer) {
        if (key.type() != NoteKey.ED25519_COSIGNATURE) {
            throw new IllegalArgumentException("a cosignature is made with a key of its own type");
        }
        if (at.getEpochSecond() <= 0 || Checkpoint.read(checkpoint).isEmpty()) {
            throw new IllegalArgumentException("a cosignature is over a checkpoint at a time after 1970");
        }
        byte[] ed25519 = signer.sign(message(at.getEpochSecond(), checkpoint));
        byte[] signature = ByteBuffer.allocate(LENGTH)
                .putLong(at.getEpochSecond())
                .put(ed25519)
                .array();
        return new NoteSignature(key.name(), key.id(), signature);
    }

    /** The time that a signature carries, to the second; only to be believed once it verifies. */
    public static Optional<Instant> at(NoteSignature cosignature) {
        byte[] signature = cosignature.signature();
        return signature.length == LENGTH
                ? Optional.of(ByteBuffer.wrap(signature).getLong())
                        .filter(seconds -> seconds >= 0 && seconds <= Instant.MAX.getEpochSecond())
                        .map(Instant::ofEpochSecond)
                : Optional.empty();
    }

    private static byte[] message(long seconds, String checkpoint) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }
}
