package uk.mashhub.hub.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.ViewId;

/**
 * Where a view stands in a list of its team. All of it follows from what the team is shown of the view, so that its place
 * tells nothing else (ruling 11).
 *
 * @param rank 0 for what comes first whatever its clock
 * @param dueAt when it should be done
 * @param view random; keeps two of one clock apart
 */
public record Place(int rank, Instant dueAt, ViewId view) {
    private static final String APART = "_";

    public Place {
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(view, "view");
    }

    /** Reads {@link #toString}; empty if it is of another form. */
    public static Optional<Place> of(String text) {
        List<String> parts = List.of(text.split(APART, -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Place(Integer.parseInt(parts.get(0)), Instant.parse(parts.get(1)), ViewId.of(parts.get(2))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it stands in an address: a number, a time and a random id. */
    @Override
    public String toString() {
        return rank + APART + dueAt + APART + view;
    }
}
