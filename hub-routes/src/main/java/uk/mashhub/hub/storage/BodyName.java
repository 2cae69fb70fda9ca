package uk.mashhub.hub.storage;

import java.util.Objects;
import java.util.UUID;

/** Where a sealed body stands; part of what is authenticated, so that a body moved elsewhere does not open. */
record BodyName(String table, UUID row, long version) {
    BodyName {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(row, "row");
    }
}
