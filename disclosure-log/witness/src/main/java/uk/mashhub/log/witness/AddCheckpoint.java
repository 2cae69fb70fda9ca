package uk.mashhub.log.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Decimal;
import uk.mashhub.log.note.SignedNote;

/**
 * The body of a request (C2SP tlog-witness, 'add-checkpoint').
 *
 * @param oldSize of the tree that the proof begins from
 * @param proof from that tree to the checkpoint's
 * @param note the checkpoint with its signatures
 * @param head what the note says; nobody's word until a signature is checked
 */
record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note, Checkpoint head) {
    private static final String OLD = "old ";
    private static final int MAX_PROOF = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** Reads a body; empty if it is malformed. */
    static Optional<AddCheckpoint> read(byte[] body) {
        return decode(body).flatMap(text -> {
            int blank = text.indexOf("\n\n");
            if (blank < 0 || !text.startsWith(OLD)) {
                return Optional.empty();
            }
            List<String> lines = List.of(text.substring(0, blank).split("\n", -1));
            Optional<Long> oldSize = Decimal.read(lines.get(0).substring(OLD.length()));
            List<byte[]> proof = lines.stream()
                    .skip(1)
                    .map(Base64Text::readHash)
                    .flatMap(Optional::stream)
                    .toList();
            boolean whole = proof.size() == lines.size() - 1 && proof.size() <= MAX_PROOF;
            Optional<SignedNote> note =
                    SignedNote.read(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8));
            Optional<Checkpoint> head = note.map(SignedNote::text).flatMap(Checkpoint::read);
            return oldSize.isEmpty() || !whole || note.isEmpty() || head.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AddCheckpoint(oldSize.get(), proof, note.get(), head.get()));
        });
    }

    private static Optional<String> decode(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
