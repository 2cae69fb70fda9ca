package uk.mashhub.hub.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import uk.mashhub.hub.storage.SessionStore;

/**
 * How many more sessions may begin before a sign-in, so that a flood of strangers fills no disk: beyond this nobody new can begin to sign
 * in until some have ended, five minutes at most after the flood. Counting looks at all of them, so each hub does it seldom; what another
 * begins meanwhile it hears of the next time.
 */
final class SessionRoom {
    static final int MOST = 50_000;

    /** Whoever floods two hubs has so many seconds' worth more than {@link #MOST}. */
    static final Duration COUNTED_EVERY = Duration.ofSeconds(5);

    private final long most;
    private final ToLongFunction<Instant> begun;
    private Instant countedAt = Instant.MIN;
    private long left;

    /** @param begun how many there are that have not ended at a time */
    SessionRoom(long most, ToLongFunction<Instant> begun) {
        this.most = most;
        this.begun = begun;
    }

    /** Room for so many in a database. */
    static SessionRoom in(SessionStore store, long most) {
        return new SessionRoom(most, now -> store.ending(now, now.plus(SessionsOfPages.BEFORE_SIGN_IN), most));
    }

    /** Takes room for one; false if there is none. */
    synchronized boolean take(Instant now) {
        // A clock that was set back makes it count again.
        if (now.isBefore(countedAt) || !now.isBefore(countedAt.plus(COUNTED_EVERY))) {
            left = most - begun.applyAsLong(now);
            countedAt = now;
        }
        if (left <= 0) {
            return false;
        }
        left--;
        return true;
    }
}
