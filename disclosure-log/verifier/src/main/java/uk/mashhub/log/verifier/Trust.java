package uk.mashhub.log.verifier;

import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;

/**
 * Whom the reader trusts, and what can be checked of it here.
 *
 * @param policy given to the reader by another way than the log; empty if the reader has none
 * @param algorithms the signature types that can be checked
 * @param times the time authorities; empty if none is named, or none can be checked here
 */
public record Trust(Optional<TrustPolicy> policy, NoteAlgorithms algorithms, Optional<TimeCheck> times) {
    public Trust {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(algorithms, "algorithms");
        Objects.requireNonNull(times, "times");
    }

    /** One that names no time authority. */
    public Trust(Optional<TrustPolicy> policy, NoteAlgorithms algorithms) {
        this(policy, algorithms, Optional.empty());
    }

    /** The checkpoint of a note that is to be believed. */
    static Checkpoint believed(SignedNote note, TrustPolicy policy, NoteAlgorithms algorithms, String where)
            throws Stop {
        TrustPolicy.Verdict verdict = policy.judge(note, algorithms);
        return switch (verdict.kind()) {
            case BAD -> throw Stop.bad(where, verdict.why());
            case NOT_CHECKED -> throw Stop.notChecked(where + ": " + verdict.why());
            case GOOD -> Checkpoint.read(note.text()).orElseThrow();
        };
    }
}
