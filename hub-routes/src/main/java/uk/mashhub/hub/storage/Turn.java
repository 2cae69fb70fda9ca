package uk.mashhub.hub.storage;

import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is wanted. Pages begin at a line and not at a number: what comes or goes before it moves no line
 * past somebody who turns the page.
 *
 * @param onward false for what stands before the place
 * @param from empty for the beginning
 */
public record Turn(boolean onward, Optional<Place> from) {
    /** The first page. */
    public static final Turn START = new Turn(true, Optional.empty());

    public Turn {
        Objects.requireNonNull(from, "from");
    }

    public static Turn after(Place place) {
        return new Turn(true, Optional.of(place));
    }

    public static Turn before(Place place) {
        return new Turn(false, Optional.of(place));
    }

    /** As a page or a system asks for it; whatever is no place is the beginning. */
    public static Turn of(String after, String before) {
        return Place.of(after)
                .map(Turn::after)
                .or(() -> Place.of(before).map(Turn::before))
                .orElse(START);
    }
}
