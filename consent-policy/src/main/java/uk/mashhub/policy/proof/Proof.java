package uk.mashhub.policy.proof;

import java.util.Objects;
import uk.mashhub.policy.agreement.Invariant;

/**
 * What came of one invariant.
 *
 * @param example where it does not hold: a situation, what comes out of it and the rules that spoke; otherwise empty
 */
public record Proof(Invariant invariant, State state, String example) {

    /** Whether it holds. */
    public enum State {
        /** In every situation. */
        PROVED,
        /** There is a situation in which it does not hold. */
        REFUTED,
        /** No situation can be one that it speaks of, so it says nothing. */
        EMPTY
    }

    public Proof {
        Objects.requireNonNull(invariant, "invariant");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(example, "example");
    }

    public boolean holds() {
        return state == State.PROVED;
    }
}
