package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * On which list a version of a view stands, and where. Both follow from the line that its team reads.
 *
 * @param rank see {@link Place}
 */
public record Listing(ViewList list, int rank, Instant dueAt) {
    /** Ranks from here on are of what is decided, and so comes after all that is not. */
    public static final int DONE = 10;

    public Listing {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
