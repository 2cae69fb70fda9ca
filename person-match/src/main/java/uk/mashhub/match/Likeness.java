package uk.mashhub.match;

import java.util.Objects;
import uk.mashhub.model.id.PersonId;

/** How a known person compares to the record, and why. */
public record Likeness(PersonId id, Band band, Explanation why) {
    public Likeness {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(band, "band");
        Objects.requireNonNull(why, "why");
    }

    @Override
    public String toString() {
        return "Likeness[" + id + ", " + band + "]";
    }
}
