package uk.mashhub.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A view and the decisions behind it.
 *
 * @param decisions one for each item of the packet, in the order of item ids
 * @param validUntil the first instant at which a fact that hangs on the clock changes; decide again then
 */
public record DecidedView(SealedView view, List<ItemDecision> decisions, Optional<Instant> validUntil) {
    public DecidedView {
        Objects.requireNonNull(view, "view");
        decisions = List.copyOf(decisions);
        Objects.requireNonNull(validUntil, "validUntil");
    }
}
