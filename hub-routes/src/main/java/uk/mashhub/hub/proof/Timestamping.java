package uk.mashhub.hub.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.hub.storage.Timestamps.Stamped;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;

/**
 * Has the newest head stamped by a time authority, each hour and whenever asked: then the log cannot have been made up later
 * than that. An authority that is away holds nothing up. It is asked again until it answers, and pages and health say so.
 */
public final class Timestamping {
    /** How old the newest token becomes while the log grows. */
    public static final Duration EVERY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Timestamping.class);

    /** Stamps a message; see {@link uk.mashhub.log.TimeAuthority#stamp}. */
    @FunctionalInterface
    public interface Authority {
        byte[] stamp(byte[] message) throws IOException;
    }

    private final Optional<Authority> authority;
    private final NoteKey key;
    private final TreeStore tree;
    private final Timestamps stamps;
    private final Clock clock;
    private final AtomicReference<Optional<Instant>> awaySince = new AtomicReference<>(Optional.empty());

    /** @param authority empty where none is configured: then there are no tokens */
    public Timestamping(Optional<Authority> authority, NoteKey key, TreeStore tree, Timestamps stamps, Clock clock) {
        this.authority = authority;
        this.key = key;
        this.tree = tree;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** Since when the authority has given no token that was asked for; empty while it does. */
    public Optional<Instant> awaySince() {
        return Objects.requireNonNullElse(awaySince.get(), Optional.<Instant>empty());
    }

    /** Stamps if it is time. Called several times a minute. */
    public void run() {
        Optional<Stamped> newest = stamps.newest();
        boolean due = newest.map(last -> !clock.instant().isBefore(last.at().plus(EVERY)))
                .orElse(true);
        if (due) {
            stamp();
        }
    }

    /** The token over the newest head, now; empty if there is none to be had. */
    public Optional<Stamped> stamp() {
        Optional<Checkpoint> head = tree.newestHead().flatMap(note -> Checkpoint.signed(note, key));
        Optional<Stamped> newest = stamps.newest();
        if (authority.isEmpty() || head.isEmpty()) {
            return Optional.empty();
        }
        if (newest.isPresent() && newest.get().size() == head.get().size()) {
            return newest;
        }
        try {
            byte[] text = head.get().text().getBytes(StandardCharsets.UTF_8);
            Stamped stamped = new Stamped(head.get().size(), authority.get().stamp(text), clock.instant());
            stamps.keep(stamped);
            told(Optional.empty());
            return Optional.of(stamped);
        } catch (IOException away) {
            told(Optional.of(awaySince().orElseGet(clock::instant)));
            return Optional.empty();
        }
    }

    private void told(Optional<Instant> since) {
        Optional<Instant> before = Objects.requireNonNullElse(awaySince.getAndSet(since), Optional.empty());
        if (since.isPresent() && before.isEmpty()) {
            LOG.error("the time authority gives no tokens; the log grows without");
        } else if (since.isEmpty() && before.isPresent()) {
            LOG.info("the time authority gives tokens again");
        }
    }
}
