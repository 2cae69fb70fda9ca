package uk.mashhub.hub.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What failed, and is left alone for a while: tried each second it would keep what comes after it waiting, and be told of each
 * second. A hub that is started anew tries all of it. Not safe for use by several threads.
 */
final class Resting<T> {
    static final Duration FOR = Duration.ofHours(1);

    private final Clock clock;
    private final Map<T, Instant> until = new HashMap<>();

    Resting(Clock clock) {
        this.clock = clock;
    }

    void add(T failed) {
        until.put(failed, clock.instant().plus(FOR));
    }

    /** What rests now. */
    Set<T> now() {
        Instant now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }
}
