package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may ask: so many at once, and so many a second after that (a token bucket each). It knows of no more than {@link #MOST}
 * of them: beyond that whoever has been away longest is forgotten, whose bucket is the fullest.
 */
final class RateLimit {
    /** Some 200 bytes each. */
    static final int MOST = 20_000;

    private static final int SECONDS_AT_ONCE = 10;

    private final double perMilli;
    private final double atOnce;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** What is left, when it was looked at. */
    private record Bucket(double left, Instant at) {}

    /** @param perSecond on average; ten times as many may come at once */
    RateLimit(int perSecond, Clock clock) {
        this.perMilli = perSecond / 1000.0;
        this.atOnce = perSecond * (double) SECONDS_AT_ONCE;
        this.clock = clock;
    }

    /** Takes one turn of somebody's; if there is none left, how long until there is. */
    synchronized Optional<Duration> take(String who) {
        Instant now = clock.instant();
        Bucket known = buckets.get(who);
        double left = known == null ? atOnce : Math.min(atOnce, known.left() + gained(known.at(), now));
        if (left < 1) {
            buckets.put(who, new Bucket(left, now));
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - left) / perMilli)));
        }
        buckets.put(who, new Bucket(left - 1, now));
        return Optional.empty();
    }

    /** A clock that was set back gives nothing. */
    private double gained(Instant before, Instant now) {
        return Math.max(0, Duration.between(before, now).toMillis()) * perMilli;
    }

    synchronized int known() {
        return buckets.size();
    }
}
