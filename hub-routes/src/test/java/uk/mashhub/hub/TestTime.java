package uk.mashhub.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock of the tests: stands still on a Monday morning until a test moves it. */
public class TestTime {
    /** Monday, 2 November 2026, 09:00 in London. */
    public static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

    private static final MovedClock NOW = new MovedClock(MONDAY);

    /** Moves on. */
    public static void pass(Duration duration) {
        NOW.pass(duration);
    }

    @Bean
    @Primary
    Clock testClock() {
        return STILL;
    }

    /** The clock itself. */
    public static final Clock STILL = NOW;
}
