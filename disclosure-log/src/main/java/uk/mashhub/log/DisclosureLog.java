package uk.mashhub.log;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import uk.mashhub.log.note.Signer;

/**
 * Appends to the disclosure log. Call it inside the transaction that does the act: the entry becomes durable with it or
 * not at all, and an exception from here must end that transaction (no log, no view).
 *
 * <p>Entries are not chained to one another, so two transactions never wait for each other here (ruling 23). Safe for
 * many threads if its parts are.
 */
public final class DisclosureLog {
    /** How far the clock may stand behind the newest entry (ruling 25). */
    public static final Duration MAX_CLOCK_BEHIND = Duration.ofMinutes(2);

    private static final Duration ASKED_EACH = Duration.ofSeconds(1);

    /** When the newest entry was recorded, as the store said at an instant. */
    private record Seen(Instant at, Optional<Instant> newest) {}

    private final AtomicReference<Optional<Seen>> seen = new AtomicReference<>(Optional.empty());
    private final EntryStore store;
    private final Signer signer;
    private final Clock clock;
    private final IntFunction<byte[]> random;

    /**
     * A log over a store.
     *
     * @param random gives as many fresh bytes as asked for, from a cryptographically secure source
     */
    public DisclosureLog(EntryStore store, Signer signer, Clock clock, IntFunction<byte[]> random) {
        this.store = Objects.requireNonNull(store, "store");
        this.signer = Objects.requireNonNull(signer, "signer");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Writes the entry and the promise to the store.
     *
     * @throws ClockBehind if the clock is more than {@link #MAX_CLOCK_BEHIND} behind the newest entry
     * @throws IllegalArgumentException if the entry would not fit into 64 KiB (some 600 claims)
     * @throws RuntimeException if store, key or random source fails
     */
    public Logged append(Draft draft) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requireClockNotBehind(at);
        List<Salt> salts = saltsFor(draft.claims());
        String entryId = freshId();
        byte[] entry = EntryText.of(entryId, at, draft, salts);
        byte[] promise = Promise.of(entry, at).signedBy(signer);
        store.add(new StoredEntry(entryId, at, draft.act(), draft.disclosureId(), entry, promise));
        return new Logged(entryId, entry, promise, salts);
    }

    /** The store is asked once a second of the clock: what is behind by minutes is so a second later too. */
    private void requireClockNotBehind(Instant at) {
        Optional<Seen> before = Objects.requireNonNull(seen.get(), "seen");
        if (before.filter(s -> Duration.between(s.at(), at).abs().compareTo(ASKED_EACH) < 0)
                .isEmpty()) {
            before = Optional.of(new Seen(at, store.newestRecordedAt()));
            seen.set(before);
        }
        before.flatMap(Seen::newest)
                .map(newest -> Duration.between(at, newest))
                .filter(behind -> behind.compareTo(MAX_CLOCK_BEHIND) > 0)
                .ifPresent(behind -> {
                    throw new ClockBehind(behind);
                });
    }

    /** One fresh salt per claim. A source that repeats itself is broken, and its commitments could be compared. */
    private List<Salt> saltsFor(List<Claim> claims) {
        List<Salt> salts = new ArrayList<>();
        Set<ByteBuffer> seen = new HashSet<>();
        for (Claim claim : claims) {
            byte[] bytes = random.apply(Salt.LENGTH);
            if (!seen.add(ByteBuffer.wrap(bytes))) {
                throw new IllegalStateException("the random source repeats itself");
            }
            salts.add(new Salt(claim.name(), bytes));
        }
        return salts;
    }

    /** A version 4 UUID (RFC 9562 section 5.4). */
    private String freshId() {
        ByteBuffer bytes = ByteBuffer.wrap(random.apply(16));
        long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
