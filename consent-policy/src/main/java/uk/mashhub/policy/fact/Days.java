package uk.mashhub.policy.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are those of England: a flag that ends on a day ends at midnight there. */
public final class Days {
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Days() {}

    /** The day of an instant. */
    public static LocalDate of(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** Whether a day can be reckoned with: sources write years such as 999999999 for 'never'. */
    static boolean usable(LocalDate day) {
        return day.getYear() > 0 && day.getYear() < 10_000;
    }

    /** The instant at which a day begins. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
