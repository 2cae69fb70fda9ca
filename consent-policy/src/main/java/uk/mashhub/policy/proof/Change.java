package uk.mashhub.policy.proof;

import java.util.Objects;
import java.util.Optional;
import uk.mashhub.policy.agreement.Question;

/**
 * What would differ.
 *
 * @param where in every situation of this region it does; empty where some fact cannot be worked out
 * @param example one situation in words, where there is no region
 */
public record Change(Question question, Delta delta, Optional<Region> where, String example) {
    public Change {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(delta, "delta");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(example, "example");
    }
}
