package uk.mashhub.log.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.note.Standing;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TreeHash;

/**
 * Cosigns a checkpoint if, and only if, the log only grew since the last one that it cosigned (C2SP tlog-witness). It sees
 * checkpoints and never an entry. One request at a time: between looking up the last checkpoint and replacing it, no other
 * may come in.
 */
final class Witness {
    private static final String EMPTY_TREE_HAS_ONE_ROOT = "a tree without entries has another root\n";

    private final NoteKey key;
    private final Signer signer;
    private final List<NoteKey> logs;
    private final Heads heads;
    private final Clock clock;
    private final NoteAlgorithms algorithms = NoteAlgorithms.ofJdk();

    /**
     * A witness.
     *
     * @param key of type {@link NoteKey#ED25519_COSIGNATURE}; the signer holds its private half
     * @param logs whose checkpoints it cosigns; a key's name is the log's origin
     */
    Witness(NoteKey key, Signer signer, List<NoteKey> logs, Heads heads, Clock clock) {
        this.key = Objects.requireNonNull(key, "key");
        this.signer = Objects.requireNonNull(signer, "signer");
        this.logs = List.copyOf(logs);
        this.heads = Objects.requireNonNull(heads, "heads");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Answers a request to cosign.
     *
     * @throws IOException if what was cosigned last cannot be read, or this cannot be kept: then nothing is cosigned
     */
    synchronized Answer add(byte[] body) throws IOException {
        Optional<AddCheckpoint> read = AddCheckpoint.read(body);
        if (read.isEmpty()) {
            return Answer.of(400, "not a request of add-checkpoint\n");
        }
        AddCheckpoint asked = read.get();
        Checkpoint head = asked.head();
        List<NoteKey> known =
                logs.stream().filter(log -> log.name().equals(head.origin())).toList();
        if (known.isEmpty()) {
            return Answer.of(404, "no log of this origin is known here\n");
        }
        if (!isSigned(asked.note(), known)) {
            return Answer.of(403, "not signed by a key of this log\n");
        }
        if (asked.oldSize() > head.size()) {
            return Answer.of(400, "the old size is above the checkpoint's\n");
        }
        Optional<Checkpoint> last =
                heads.newest(head.origin()).map(SignedNote::text).flatMap(Checkpoint::read);
        return answerGrowth(asked, last.orElseGet(() -> new Checkpoint(head.origin(), 0, TreeHash.ofNothing())));
    }

    private boolean isSigned(SignedNote note, List<NoteKey> known) {
        List<Standing> standings =
                known.stream().map(log -> note.standing(log, algorithms)).toList();
        return standings.contains(Standing.SIGNED) && !standings.contains(Standing.WRONG);
    }

    private Answer answerGrowth(AddCheckpoint asked, Checkpoint last) throws IOException {
        Checkpoint head = asked.head();
        if (head.contradicts(last)) {
            // Before the old size is looked at: whatever the client says it begins from, this is a fork.
            heads.keepFork(head.origin(), asked.note());
        }
        if (asked.oldSize() != last.size()) {
            return Answer.conflict(last.size());
        }
        if (head.size() == 0 && !Arrays.equals(head.root(), TreeHash.ofNothing())) {
            return Answer.of(422, EMPTY_TREE_HAS_ONE_ROOT);
        }
        boolean grew = ConsistencyProof.verifies(last.size(), head.size(), last.root(), head.root(), asked.proof());
        return grew ? cosign(asked.note(), head) : Answer.of(422, "the log did not only grow, or the proof is wrong\n");
    }

    private Answer cosign(SignedNote note, Checkpoint head) throws IOException {
        NoteSignature cosignature = Cosignature.of(note.text(), clock.instant(), key, signer);
        heads.replace(head.origin(), ofLogAlone(note, head).with(cosignature));
        return Answer.of(200, cosignature.line());
    }

    /** The note without signatures that were not checked here. */
    private SignedNote ofLogAlone(SignedNote note, Checkpoint head) {
        List<NoteSignature> ofLog = note.signatures().stream()
                .filter(line -> logs.stream().anyMatch(log -> log.name().equals(head.origin()) && line.claims(log)))
                .toList();
        return new SignedNote(note.text(), ofLog);
    }

    /**
     * The newest cosigned checkpoint of a log, for whoever wants to see that all are shown the same.
     *
     * @param originHash SHA-256 of the origin, hex
     */
    Answer newest(String originHash) throws IOException {
        for (NoteKey log : logs) {
            Optional<SignedNote> note =
                    Heads.nameOf(log.name()).equals(originHash) ? heads.newest(log.name()) : Optional.empty();
            if (note.isPresent()) {
                return Answer.of(200, new String(note.get().bytes(), StandardCharsets.UTF_8));
            }
        }
        return Answer.of(404, "no checkpoint of this log was cosigned here\n");
    }
}
