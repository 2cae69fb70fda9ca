package uk.mashhub.match;

import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonId;

/**
 * How a known person compares to the record, and why.
 *
 * @param weight beside the rules, if a matcher weighs
 */
public record Likeness(PersonId id, Band band, Explanation why, Optional<Weight> weight) {
    public Likeness {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(weight, "weight");
    }

    /** By the rules alone. */
    public Likeness(PersonId id, Band band, Explanation why) {
        this(id, band, why, Optional.empty());
    }

    @Override
    public String toString() {
        return "Likeness[" + id + ", " + band + "]";
    }
}
