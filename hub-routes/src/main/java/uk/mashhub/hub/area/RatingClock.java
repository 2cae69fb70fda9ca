package uk.mashhub.hub.area;

import java.time.Duration;
import java.util.Objects;
import uk.mashhub.model.vocabulary.Rating;

/** How long an enquiry of one rating may take, and whether only working hours count. Local (domain notes 1.2). */
public record RatingClock(Rating rating, Duration due, boolean workingHours) {
    public RatingClock {
        Objects.requireNonNull(rating, "rating");
        Objects.requireNonNull(due, "due");
        if (due.isNegative() || due.isZero()) {
            throw new IllegalArgumentException("a clock runs for some time");
        }
    }
}
