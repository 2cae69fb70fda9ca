package uk.mashhub.log;

import java.time.Duration;

/** The clock stands too far behind the newest entry: it was put back, or the database was restored. Nothing is logged. */
public final class ClockBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClockBehind(Duration behind) {
        super("the clock is " + behind.toSeconds() + " s behind the newest log entry");
    }
}
