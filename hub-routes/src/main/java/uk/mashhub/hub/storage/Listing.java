package uk.mashhub.hub.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * On which list a version of a view stands, and where. Both follow from the line that its team reads.
 *
 * @param rank see {@link Place}
 */
public record Listing(ViewList list, int rank, Instant dueAt) {
    public Listing {
        Objects.requireNonNull(list, "list");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
