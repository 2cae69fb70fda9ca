package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.storage.Backlog;
import uk.mashhub.model.id.SourceId;

/**
 * Looks, every few seconds, how the hub stands: what waits where and for how long, and whether all that is needed is there. Health and
 * metrics tell what was seen last, so that asking for them asks nothing of database or broker. Counts and times alone.
 */
final class Watch {
    /** What the hub itself consumes. */
    static final List<String> QUEUES = FaultGate.ROUTES;

    private final Backlog backlog;
    private final List<SourceId> sources;
    private final ToLongFunction<String> depth;
    private final ToLongFunction<String> consumed;
    private final BooleanSupplier policy;
    private final LongSupplier unreviewed;
    private final BooleanSupplier writable;
    private final Runnable keys;
    private final Clock clock;
    private final Map<String, Moved> moved = new ConcurrentHashMap<>();
    private final AtomicReference<Seen> last = new AtomicReference<>(Seen.NOTHING);

    /**
     * @param depth of one of {@link #QUEUES}; negative if it cannot be said
     * @param consumed how many messages of one of them were taken since the start
     * @param policy whether one is in force
     * @param unreviewed how many of its rules are overdue for a review
     * @param writable whether database, log and keys take an entry
     * @param keys throws if the keystore lacks one that the database needs
     */
    Watch(
            Backlog backlog,
            Partnership partnership,
            ToLongFunction<String> depth,
            ToLongFunction<String> consumed,
            BooleanSupplier policy,
            LongSupplier unreviewed,
            BooleanSupplier writable,
            Runnable keys,
            Clock clock) {
        this.backlog = backlog;
        this.sources = partnership.areas().stream()
                .flatMap(area -> area.agencies().stream())
                .flatMap(agency -> agency.answerers().stream())
                .filter(source -> source.use() == Source.Use.ANSWERER)
                .map(Source::id)
                .toList();
        this.depth = depth;
        this.consumed = consumed;
        this.policy = policy;
        this.unreviewed = unreviewed;
        this.writable = writable;
        this.keys = keys;
        this.clock = clock;
    }

    /** When a queue was last seen to move, and how many had been taken then. */
    private record Moved(Instant at, long consumed) {}

    /**
     * What was seen.
     *
     * @param unsent what the outbox holds, and for how long the oldest of it
     * @param depths messages in each queue; negative if that cannot be said
     * @param stuck for how long each queue has held messages of which none was taken
     * @param unanswered questions to each source that machines answer, and for how long the oldest of them
     */
    record Seen(
            Waits unsent,
            Map<String, Long> depths,
            Map<String, Duration> stuck,
            Map<String, Waits> unanswered,
            boolean policy,
            long unreviewed,
            boolean writable,
            boolean keys) {
        /** Before the first look: nothing is wrong that anybody knows of. */
        static final Seen NOTHING = new Seen(Waits.NONE, Map.of(), Map.of(), Map.of(), true, 0, true, true);

        Duration stuck(String queue) {
            return stuck.getOrDefault(queue, Duration.ZERO);
        }

        /** The longest that anything waits to be sent or taken. */
        Duration longestStuck() {
            return stuck.values().stream().reduce(unsent.oldest(), Watch::longer);
        }

        /** The longest that a source is silent. */
        Duration longestSilent() {
            return unanswered.values().stream().map(Waits::oldest).reduce(Duration.ZERO, Watch::longer);
        }
    }

    /** A number of things that wait, and for how long the oldest. */
    record Waits(long number, Duration oldest) {
        static final Waits NONE = new Waits(0, Duration.ZERO);
    }

    List<SourceId> sources() {
        return sources;
    }

    Seen seen() {
        return Objects.requireNonNullElse(last.get(), Seen.NOTHING);
    }

    /** Looks again. What cannot be seen counts as not there. */
    void look() {
        Instant now = clock.instant();
        Map<String, Long> depths = new TreeMap<>();
        Map<String, Duration> stuck = new TreeMap<>();
        for (String queue : QUEUES) {
            long messages = depth.applyAsLong(queue);
            depths.put(queue, messages);
            stuck.put(queue, stuck(queue, messages, now));
        }
        Seen before = seen();
        boolean there = there(keys);
        try {
            Map<String, Waits> unanswered = new TreeMap<>();
            backlog.unanswered(sources).forEach((source, w) -> unanswered.put(source.value(), waits(w, now)));
            last.set(new Seen(
                    waits(backlog.unsent(), now),
                    depths,
                    stuck,
                    unanswered,
                    holds(policy),
                    unreviewed.getAsLong(),
                    holds(writable),
                    there));
        } catch (RuntimeException e) {
            last.set(new Seen(
                    before.unsent(), depths, stuck, before.unanswered(), false, before.unreviewed(), false, there));
        }
    }

    private Duration stuck(String queue, long messages, Instant now) {
        long taken = consumed.applyAsLong(queue);
        Moved before = moved.getOrDefault(queue, new Moved(now, taken));
        boolean moves = messages == 0 || taken != before.consumed();
        Moved after = moves ? new Moved(now, taken) : before;
        moved.put(queue, after);
        return Duration.between(after.at(), now);
    }

    private static Waits waits(Backlog.Waiting waiting, Instant now) {
        Optional<Duration> oldest = waiting.oldest().map(since -> Duration.between(since, now));
        return new Waits(waiting.number(), longer(oldest.orElse(Duration.ZERO), Duration.ZERO));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean there(Runnable check) {
        try {
            check.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
