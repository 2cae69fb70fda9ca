package uk.mashhub.hub.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PgEntryStore.Waiting;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.log.Promise;

/**
 * How far the proof is behind what was logged, for metrics, health and an alarm: a promise without a proof after its delay is
 * evidence of tampering to whoever holds it (ruling 23), so the hub must say so first. Numbers and times alone.
 */
public final class LogStanding {
    /** What a promise says (ruling 23). */
    public static final Duration MERGE_DELAY = Duration.ofMillis(Promise.MAX_MERGE_DELAY_MILLIS);

    private static final Logger LOG = LoggerFactory.getLogger(LogStanding.class);

    /**
     * How things stood at a time.
     *
     * @param waiting entries that are not in the tree
     * @param lag how long the oldest of them has waited
     * @param overdue promises whose delay is over
     * @param witnessedAt when a quorum last cosigned a head; empty if never
     * @param stampedAt when a time authority last stamped one; empty if never
     */
    public record State(
            Instant at,
            long waiting,
            Duration lag,
            long overdue,
            Optional<Instant> witnessedAt,
            Optional<Instant> stampedAt) {
        public State {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(lag, "lag");
            Objects.requireNonNull(witnessedAt, "witnessedAt");
            Objects.requireNonNull(stampedAt, "stampedAt");
        }

        /** Seconds from then until this state; not a number if there was no then. */
        public double secondsSince(Optional<Instant> then) {
            return then.map(t -> Duration.between(t, at).toMillis() / 1000.0).orElse(Double.NaN);
        }
    }

    private final PgEntryStore entries;
    private final CosignedHeads heads;
    private final Timestamps stamps;
    private final Clock clock;
    private final AtomicReference<State> state;

    public LogStanding(PgEntryStore entries, CosignedHeads heads, Timestamps stamps, Clock clock) {
        this.entries = entries;
        this.heads = heads;
        this.stamps = stamps;
        this.clock = clock;
        this.state = new AtomicReference<>(
                new State(clock.instant(), 0, Duration.ZERO, 0, Optional.empty(), Optional.empty()));
    }

    /** How things stood when last looked. */
    public State state() {
        return Objects.requireNonNull(state.get(), "state");
    }

    /** Looks again, and raises or ends the alarm. */
    public void look() {
        Instant now = clock.instant();
        Waiting waiting = entries.waiting(now.minus(MERGE_DELAY));
        Duration lag = waiting.oldest()
                .map(oldest -> Duration.between(oldest, now))
                .filter(d -> !d.isNegative())
                .orElse(Duration.ZERO);
        State next = new State(
                now,
                waiting.number(),
                lag,
                waiting.overdue(),
                heads.newestAt(),
                stamps.newest().map(Timestamps.Stamped::at));
        State before = Objects.requireNonNull(state.getAndSet(next), "state");
        if (next.overdue() > 0 && before.overdue() == 0) {
            LOG.error(
                    "{} promises have no proof after their delay; the oldest waits {} s",
                    next.overdue(),
                    lag.toSeconds());
        } else if (next.overdue() == 0 && before.overdue() > 0) {
            LOG.info("every promise has its proof in time again");
        }
    }
}
