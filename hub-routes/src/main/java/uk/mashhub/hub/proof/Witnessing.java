package uk.mashhub.hub.proof;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.log.Cosigner;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.note.TrustPolicy.Verdict;

/**
 * Asks the agencies' witnesses to cosign the newest head, and keeps it once as many have as the policy file asks for ('2 of 3
 * agencies'). Without them the work goes on: receipts, pages and health say so, and an alarm rises. A witness that refuses is
 * shown to everybody.
 */
public final class Witnessing {
    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    /**
     * How things stand.
     *
     * @param witnesses by the policy's name for each: what it answered last
     * @param quorum whether the newest head that was asked for has as many cosignatures as it takes
     * @param since when that became so
     */
    public record State(Map<String, Cosigner.Answer.Kind> witnesses, boolean quorum, Instant since) {
        public State {
            witnesses = Map.copyOf(witnesses);
            Objects.requireNonNull(since, "since");
        }

        /** Whether a witness says that the log did not only grow. */
        public boolean refused() {
            return witnesses.containsValue(Cosigner.Answer.Kind.REFUSED);
        }
    }

    private final TrustPolicy policy;
    private final Map<String, Cosigner> witnesses;
    private final NoteKey key;
    private final TreeStore tree;
    private final CosignedHeads heads;
    private final Clock clock;
    private final NoteAlgorithms algorithms;
    private final AtomicReference<State> state;

    /** @param witnesses by the policy's name for each, those that have an address */
    public Witnessing(
            TrustPolicy policy,
            Map<String, Cosigner> witnesses,
            NoteKey key,
            TreeStore tree,
            CosignedHeads heads,
            Clock clock,
            NoteAlgorithms algorithms) {
        this.policy = policy;
        this.witnesses = new TreeMap<>(witnesses);
        this.key = key;
        this.tree = tree;
        this.heads = heads;
        this.clock = clock;
        this.algorithms = algorithms;
        this.state = new AtomicReference<>(new State(Map.of(), policy.quorum().isEmpty(), clock.instant()));
    }

    /** How things stood when witnesses were last asked. */
    public State state() {
        return Objects.requireNonNull(state.get(), "state");
    }

    /** Asks for the newest head, unless that is cosigned already. */
    public void run() {
        Optional<byte[]> newest = tree.newestHead();
        Optional<Checkpoint> head = newest.flatMap(note -> Checkpoint.signed(note, key));
        if (policy.quorum().isEmpty() || head.isEmpty()) {
            return;
        }
        long cosigned = heads.newestSize();
        if (cosigned < head.get().size()) {
            ask(SignedNote.read(newest.orElseThrow()).orElseThrow(), head.get(), cosigned);
        } else if (!state().quorum()) {
            // Another instance had it cosigned.
            tell(state().witnesses(), true);
        }
    }

    private void ask(SignedNote note, Checkpoint head, long cosigned) {
        Map<String, Cosigner.Answer.Kind> answers = new TreeMap<>();
        SignedNote gathered = note;
        for (Map.Entry<String, Cosigner> witness : witnesses.entrySet()) {
            Cosigner.Answer answer = witness.getValue().cosign(note, tree, cosigned);
            answers.put(witness.getKey(), answer.kind());
            if (answer.cosignature().isPresent()) {
                gathered = gathered.with(answer.cosignature().get());
            }
        }
        if (answers.containsValue(Cosigner.Answer.Kind.REFUSED) && hasGrownSince(note)) {
            // Another instance had a larger head cosigned meanwhile: whoever refuses may have seen that.
            return;
        }
        boolean quorum = policy.judge(gathered, algorithms).kind() == Verdict.Kind.GOOD;
        if (quorum) {
            heads.keep(head.size(), gathered.bytes(), clock.instant());
        }
        tell(answers, quorum);
    }

    private boolean hasGrownSince(SignedNote note) {
        return tree.newestHead()
                .flatMap(SignedNote::read)
                .filter(newest -> newest.text().equals(note.text()))
                .isEmpty();
    }

    private void tell(Map<String, Cosigner.Answer.Kind> answers, boolean quorum) {
        State before = state();
        Instant since = before.quorum() == quorum ? before.since() : clock.instant();
        state.set(new State(answers, quorum, since));
        if (!before.witnesses().equals(answers) || before.quorum() != quorum) {
            if (!quorum || state().refused()) {
                LOG.error("the log is {}: {}", quorum ? "witnessed, but not by all" : "not witnessed", answers);
            } else {
                LOG.info("the log is witnessed: {}", answers);
            }
        }
    }

    /**
     * The newest heads that reachable witnesses have cosigned, for the check at the start. One that the log's key did not
     * sign is passed over: no witness can stop the hub by its own word.
     */
    public List<byte[]> newest() {
        List<byte[]> seen = new ArrayList<>();
        for (Cosigner witness : witnesses.values()) {
            witness.newest(key.name())
                    .filter(note -> Checkpoint.signed(note, key).isPresent())
                    .ifPresent(seen::add);
        }
        return seen;
    }
}
