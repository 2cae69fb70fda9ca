package uk.mashhub.match.link;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person has decided of two records. It outlives every model: linking again keeps to it.
 *
 * @param left id of one record
 * @param right id of the other
 * @param decidedBy random id of whoever decided
 * @param reason in their words; never shown to readers of a view
 * @param scope the enquiry for which it holds; empty means everywhere
 */
public record Marker(
        String left, String right, Kind kind, String decidedBy, String reason, String scope, Instant decidedAt) {
    /** What was decided. */
    public enum Kind {
        LINK,
        DO_NOT_LINK
    }

    public Marker {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(decidedAt, "decidedAt");
        if (left.equals(right)) {
            throw new IllegalArgumentException("a marker is of two records");
        }
        if (decidedBy.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a marker says who decided and why");
        }
    }

    @Override
    public String toString() {
        return "Marker[" + kind + "]";
    }
}
