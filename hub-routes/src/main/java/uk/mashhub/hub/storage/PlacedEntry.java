package uk.mashhub.hub.storage;

import java.util.Objects;
import java.util.OptionalLong;
import uk.mashhub.log.StoredEntry;

/**
 * An entry and where it stands.
 *
 * @param place in the tree, from 0; empty while it waits for one
 */
public record PlacedEntry(StoredEntry entry, OptionalLong place) {
    public PlacedEntry {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(place, "place");
    }
}
