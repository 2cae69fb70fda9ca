package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.SessionStore;

/**
 * How many more sessions may begin before a sign-in, so that a flood of strangers fills no disk: beyond this nobody new can begin to sign
 * in until some have ended, five minutes at most after the flood. Counting looks at all of them, so each hub does it seldom; what another
 * begins meanwhile it hears of the next time.
 */
final class SessionRoom {
    static final String METER = "mash.sessions.unkept";
    static final int MOST = 50_000;

    /** Whoever floods two hubs has so many seconds' worth more than {@link #MOST}. */
    static final Duration COUNTED_EVERY = Duration.ofSeconds(5);

    /** Beyond this the metric tells. */
    private static final Duration SAID_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SessionRoom.class);

    private final long most;
    private final ToLongFunction<Instant> begun;
    private final Counter unkept;
    private Instant countedAt = Instant.MIN;
    private Instant saidAt = Instant.MIN;
    private long left;

    /** @param begun how many there are that have not ended at a time */
    SessionRoom(long most, ToLongFunction<Instant> begun, MeterRegistry meters) {
        this.most = most;
        this.begun = begun;
        this.unkept = Counter.builder(METER)
                .description("sessions before a sign-in that were not kept, because there were too many")
                .register(meters);
    }

    /** Room for so many in a database. */
    static SessionRoom in(SessionStore store, long most, MeterRegistry meters) {
        return new SessionRoom(most, now -> store.ending(now, now.plus(SessionsOfPages.BEFORE_SIGN_IN), most), meters);
    }

    /** Takes room for one; false if there is none. */
    synchronized boolean take(Instant now) {
        // A clock that was set back makes it count again.
        if (now.isBefore(countedAt) || !now.isBefore(countedAt.plus(COUNTED_EVERY))) {
            left = most - begun.applyAsLong(now);
            countedAt = now;
        }
        if (left <= 0) {
            say(now);
            return false;
        }
        left--;
        return true;
    }

    /** Of whom, nobody could say: there are no addresses in this log. */
    private void say(Instant now) {
        unkept.increment();
        if (!now.isBefore(saidAt.plus(SAID_EVERY))) {
            saidAt = now;
            LOG.warn("nobody new can sign in: {} sign-ins were begun that have not ended", most);
        }
    }
}
