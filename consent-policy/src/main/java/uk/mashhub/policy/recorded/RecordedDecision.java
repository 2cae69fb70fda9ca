package uk.mashhub.policy.recorded;

import java.time.Instant;
import java.util.Objects;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.fact.FactVector;

/**
 * What was decided on one item for one audience, and on what. It names nobody.
 *
 * @param disclosure the random id under which the hub finds the disclosure again
 * @param at when it was decided
 * @param complete whether it holds every fact that rules on items may read today. A fact that it lacks counts as one that
 *     could not be worked out
 */
public record RecordedDecision(String disclosure, Instant at, FactVector facts, Verdict verdict, boolean complete) {
    public RecordedDecision {
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(verdict, "verdict");
    }

    @Override
    public String toString() {
        return "RecordedDecision[" + disclosure + "]";
    }
}
