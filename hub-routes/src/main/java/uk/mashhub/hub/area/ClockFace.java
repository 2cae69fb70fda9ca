package uk.mashhub.hub.area;

import java.time.Instant;
import uk.mashhub.model.vocabulary.Rating;

/** Reads an area's clocks. */
public final class ClockFace {
    private ClockFace() {}

    /**
     * When an enquiry of a rating is due.
     *
     * @throws IllegalArgumentException if the area has no clock for the rating
     */
    public static Instant due(Area area, Rating rating, Instant start) {
        RatingClock clock = area.clocks().stream()
                .filter(c -> c.rating() == rating)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("area " + area.code() + " has no clock for " + rating));
        return clock.workingHours() ? area.calendar().after(start, clock.due()) : start.plus(clock.due());
    }
}
