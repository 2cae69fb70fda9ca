package uk.mashhub.hub.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.LogFinding;
import uk.mashhub.log.Lost;
import uk.mashhub.log.PlacedTree;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TileTree;

/**
 * Holds the log's key back until the log was found to be the one that was signed (ruling 25). Whatever is logged needs a
 * signed promise, so while this refuses nothing is done and nothing shown: intake queues, and the pages point to the paper
 * process.
 */
public final class LogGuard implements Signer {
    private static final Logger LOG = LoggerFactory.getLogger(LogGuard.class);
    private static final String NOT_LOOKED = "the log was not looked at yet";
    /** How far the clocks of two instances may differ. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    /** Rounds in which no head could be kept outside before somebody must look; some ten seconds where the lock is held. */
    private static final int UNKEPT = 10;

    private final Signer signer;
    private final NoteKey key;
    private final TreeStore tree;
    private final PgEntryStore entries;
    private final HeadFile file;
    private final Supplier<List<byte[]>> witnessed;
    private final Clock clock;
    /** Why nothing is signed; empty if the log is sound. */
    private final AtomicReference<String> refusal = new AtomicReference<>(NOT_LOOKED);

    private final AtomicReference<Optional<LogFinding>> found = new AtomicReference<>(Optional.empty());
    /** The head that was kept outside last. */
    private final AtomicReference<Kept> outside = new AtomicReference<>(new Kept(new byte[0], Optional.empty()));

    /** Rounds since one was that failed. */
    private final AtomicInteger unkept = new AtomicInteger();

    /**
     * A guard that refuses until it has looked.
     *
     * @param witnessed the newest heads that reachable witnesses have cosigned, as notes
     */
    public LogGuard(
            Signer signer,
            NoteKey key,
            TreeStore tree,
            PgEntryStore entries,
            HeadFile file,
            Supplier<List<byte[]>> witnessed,
            Clock clock) {
        this.signer = signer;
        this.key = key;
        this.tree = tree;
        this.entries = entries;
        this.file = file;
        this.witnessed = witnessed;
        this.clock = clock;
    }

    /** Why nothing is logged; empty if the log is sound. Numbers and places alone. */
    public String refusal() {
        return Objects.requireNonNullElse(refusal.get(), NOT_LOOKED);
    }

    /** Whether heads reach the file outside the database; false where it failed again and again. Logging goes on meanwhile. */
    public boolean keeps() {
        return unkept.get() < UNKEPT;
    }

    @Override
    public byte[] sign(byte[] message) {
        if (!refusal().isEmpty()) {
            throw new LogRefused(refusal());
        }
        return signer.sign(message);
    }

    /** Looks at the whole log, and refuses or lets go on. Seconds for a million entries. */
    public Optional<LogFinding> look() {
        try {
            Optional<LogFinding> finding = clockBack().or(this::check);
            found.set(finding);
            set(finding.map(LogFinding::words).orElse(""));
            return finding;
        } catch (RuntimeException e) {
            found.set(Optional.empty());
            set("the log cannot be looked at: " + e.getClass().getSimpleName());
            throw e;
        }
    }

    /** Looks again if what was in the way may have passed by itself: a clock that catches up, a store that was away. */
    public void lookAgain() {
        boolean mayPass =
                finding().map(f -> f.kind() == LogFinding.Kind.CLOCK_BACK).orElse(true);
        if (!refusal().isEmpty() && mayPass) {
            look();
        }
    }

    /** What was found when last looked. */
    public Optional<LogFinding> finding() {
        return Objects.requireNonNullElse(found.get(), Optional.<LogFinding>empty());
    }

    private Optional<LogFinding> check() {
        try {
            List<byte[]> kept = new ArrayList<>(witnessed.get());
            file.read().ifPresent(kept::add);
            List<byte[]> all = new ArrayList<>(kept);
            kept().head().ifPresent(head -> all.add(kept().note()));
            AcceptedLosses losses = losses();
            all.addAll(file.lost(losses, key));
            Optional<LogFinding> found = told(losses);
            found = found.isPresent() ? found : new LogCheck(tree, key).run(all, losses.excused());
            found = found.isPresent() || !kept.isEmpty() ? found : unknown(losses.named());
            if (found.isEmpty()) {
                file.accepted(losses, key);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With another key nothing was promised, and that is what has to be named. */
    private Optional<LogFinding> told(AcceptedLosses losses) {
        Optional<byte[]> note = tree.newestHead();
        Optional<Checkpoint> head = note.flatMap(bytes -> Checkpoint.signed(bytes, key));
        return note.isPresent() && head.isEmpty()
                ? Optional.empty()
                : losses.unpromised()
                        .or(() -> losses.givenUp(head.map(Checkpoint::size).orElse(0L)))
                        .or(losses::copied);
    }

    AcceptedLosses losses() throws IOException {
        return AcceptedLosses.of(entries, tree, file, key);
    }

    /**
     * The loss as the entry by which the log goes on tells of it: at the end of the tree of now, and nowhere else. In the transaction
     * of that entry, which gets its place by {@link PgEntryStore#placeNext}.
     */
    Lost goingOn(Lost lost) throws IOException {
        return lost.goingOn(new PlacedTree(tree, key).head(entries.placeAll()));
    }

    /**
     * Keeps every head of a loss that is to be accepted.
     *
     * @return the loss with all of them: a witness that was behind keeps an earlier one than what is accepted
     */
    Lost giveUp(Lost lost) throws IOException {
        List<byte[]> kept = new ArrayList<>(witnessed.get());
        file.read().ifPresent(kept::add);
        for (byte[] note : kept) {
            Optional<Lost> earlier = Checkpoint.signed(note, key).flatMap(lost::upTo);
            if (earlier.isPresent()) {
                file.lost(earlier.get(), note);
            }
        }
        Optional<Checkpoint> now = tree.newestHead().flatMap(note -> Checkpoint.signed(note, key));
        Lost whole = lost;
        for (byte[] note : file.lost(losses(), key)) {
            Optional<Checkpoint> head = Checkpoint.signed(note, key);
            boolean there = head.isEmpty() || now.isPresent() && extended(head.get(), now.get());
            whole = there ? whole : whole.with(head.get());
        }
        return whole;
    }

    /** Put back, and no head kept anywhere tells what is lost: without this one person could take back what was logged. */
    private Optional<LogFinding> unknown(List<Lost> accepted) throws IOException {
        return file.restored()
                .flatMap(note -> Checkpoint.signed(note, key))
                .map(HeadFile::lostAfter)
                .filter(lost -> accepted.stream().map(Lost::alone).noneMatch(lost::equals))
                .map(lost -> new LogFinding(
                        LogFinding.Kind.RESTORED,
                        "the database was put back from a backup of " + lost.from() + " entries, and no checkpoint kept"
                                + " outside it tells how many there were",
                        Optional.of(lost)));
    }

    /** A clock a little behind is waited for; one far behind needs people. Either way nothing is dated before what is. */
    private Optional<LogFinding> clockBack() {
        Instant now = clock.instant();
        return entries.newestRecordedAt()
                .map(newest -> Duration.between(now, newest))
                .filter(behind -> behind.compareTo(SKEW) > 0)
                .map(behind -> new LogFinding(
                        LogFinding.Kind.CLOCK_BACK,
                        "the clock is " + behind.toSeconds() + " s behind the newest entry: "
                                + (behind.compareTo(DisclosureLog.MAX_CLOCK_BEHIND) > 0 ? "set it right" : "waiting"),
                        Optional.empty()));
    }

    /** Nothing is signed from now on: something contradicts what was signed. */
    public void refuse(String why) {
        found.set(Optional.of(new LogFinding(LogFinding.Kind.EDITED, why, Optional.empty())));
        set(why);
    }

    private void set(String why) {
        String before = refusal.getAndSet(why);
        if (!why.isEmpty() && !why.equals(before)) {
            LOG.error("nothing is logged: {}", why);
        } else if (why.isEmpty() && before != null && !before.isEmpty() && !before.equals(NOT_LOOKED)) {
            LOG.warn("logging goes on");
        }
    }

    /**
     * Keeps the newest head outside the database, whichever instance signed it, if it extends the largest kept before, here or
     * by another hub of the folder, or if what that had more is accepted as lost.
     * Otherwise the database was changed under a running hub, and nothing is signed any more.
     */
    public void keepOutside() {
        if (!refusal().isEmpty()) {
            return;
        }
        if (Arrays.equals(tree.newestHead().orElse(new byte[0]), kept().note())) {
            return;
        }
        try {
            // Read again under the lock: another hub of this folder may have kept a later one meanwhile.
            file.alone(() -> keep(tree.newestHead().orElse(new byte[0])));
            unkept.set(0);
        } catch (IOException e) {
            unkept.incrementAndGet();
            throw new UncheckedIOException(e);
        }
    }

    private void keep(byte[] note) throws IOException {
        Optional<Checkpoint> before =
                largest(kept().head(), file.read().flatMap(bytes -> Checkpoint.signed(bytes, key)));
        Optional<Checkpoint> head = Checkpoint.signed(note, key);
        if (head.isEmpty() || before.isPresent() && !follows(before.get(), head.get())) {
            look();
            return;
        }
        file.replace(note, key);
        outside.set(new Kept(note, head));
    }

    /** What this hub remembers may be behind the file: another hub of the folder keeps its heads there too. */
    private static Optional<Checkpoint> largest(Optional<Checkpoint> remembered, Optional<Checkpoint> inFile) {
        return Stream.of(remembered, inFile).flatMap(Optional::stream).max(Comparator.comparingLong(Checkpoint::size));
    }

    private boolean follows(Checkpoint before, Checkpoint head) throws IOException {
        return extended(before, head) || losses().excused().stream().anyMatch(lost -> lost.covers(before));
    }

    private Kept kept() {
        return Objects.requireNonNull(outside.get(), "outside");
    }

    private record Kept(byte[] note, Optional<Checkpoint> head) {}

    private boolean extended(Checkpoint before, Checkpoint head) throws IOException {
        return before.size() <= head.size()
                && ConsistencyProof.verifies(
                        before.size(),
                        head.size(),
                        before.root(),
                        head.root(),
                        new TileTree(tree, head.size()).consistency(before.size()));
    }
}
