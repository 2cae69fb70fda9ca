package uk.mashhub.model.enquiry;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Ordered;

/**
 * The threshold decision for one child.
 *
 * @param dissent who disagreed and why; may be empty
 * @param overtaken an answer arrived after the decision: it was made without it
 */
public record ChildDecision(
        PersonId child,
        Set<ThresholdOutcome> outcomes,
        String rationale,
        String dissent,
        Instant at,
        boolean overtaken) {
    public ChildDecision {
        Objects.requireNonNull(child, "child");
        outcomes = Ordered.copy(outcomes, ThresholdOutcome.class);
        Objects.requireNonNull(rationale, "rationale");
        Objects.requireNonNull(dissent, "dissent");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String toString() {
        return "ChildDecision" + outcomes;
    }
}
