package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.hub.storage.InstanceStore.Instance;
import uk.mashhub.hub.storage.OwnerOnly;

/**
 * This hub among those that run on its database. Beside another it starts only if both have the same folder, and so one keystore, one
 * list of destroyed keys and one head of the log; were started with the same configuration; and share a broker. Otherwise one would
 * seal what the other cannot open, refuse whom the other knows, or take what the other never sees.
 *
 * <p>Each keeps a lock on a file of its own in the folder, which the operating system takes back however it dies: whoever is dead is
 * in nobody's way.
 */
final class Instances implements AutoCloseable {
    /** One of another folder that has said nothing for so long is taken for dead; each says so every five seconds. */
    static final Duration SILENT = Duration.ofSeconds(20);

    private final InstanceStore store;
    private final TransactionTemplate transactions;
    private final Path folder;
    private final UUID id;
    private final String configuration;
    private final boolean sharesBroker;
    private final Clock clock;
    private volatile boolean refused;
    private boolean stopped;
    private @Nullable FileChannel held;

    /**
     * @param folder of all hubs that share one data folder
     * @param id random, of this process
     * @param configuration a digest of what it is started with
     * @param sharesBroker whether the broker is one that others can reach
     */
    Instances(
            InstanceStore store,
            TransactionTemplate transactions,
            Path folder,
            UUID id,
            String configuration,
            boolean sharesBroker,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.folder = folder;
        this.id = id;
        this.configuration = configuration;
        this.sharesBroker = sharesBroker;
        this.clock = clock;
    }

    /** The same hub, which has joined and from now on says so elsewhere. */
    Instances over(InstanceStore other, TransactionTemplate its) {
        Instances same = new Instances(other, its, folder, id, configuration, sharesBroker, clock);
        same.held = held;
        same.refused = refused;
        return same;
    }

    /**
     * Looks, and changes nothing.
     *
     * @throws IllegalStateException saying why it cannot run beside another that does
     */
    void look() {
        if (store.known()) {
            transactions.executeWithoutResult(
                    status -> store.all().stream().filter(this::runs).forEach(this::refuse));
        }
    }

    /**
     * Looks whether any hub runs, beside which a command may not change the database; changes nothing.
     *
     * @throws IllegalStateException if one does
     */
    void lookForAny() {
        if (store.known() && running()) {
            throw new IllegalStateException("a hub runs on this database: stop it first. If it is dead, try again in "
                    + SILENT.toSeconds() + " seconds");
        }
    }

    private boolean running() {
        return Boolean.TRUE.equals(
                transactions.execute(status -> store.all().stream().anyMatch(this::runs)));
    }

    /** @throws IllegalStateException saying why it cannot run beside another that does */
    void join() throws IOException {
        OwnerOnly.folder(folder);
        held = lock();
        try {
            enter();
        } catch (RuntimeException e) {
            release();
            Files.deleteIfExists(file(id));
            throw e;
        }
    }

    private void enter() {
        transactions.executeWithoutResult(status -> {
            for (Instance other : store.all()) {
                if (runs(other)) {
                    refuse(other);
                } else {
                    forget(other.id());
                }
            }
            store.add(new Instance(id, clock.instant(), configuration));
        });
    }

    private void refuse(Instance other) {
        refusal(other).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    /**
     * It still runs, unless it has stopped. If it was silent for so long that another took it for dead, it must be let in again.
     *
     * @throws IllegalStateException saying why it cannot run beside the other; {@link #refused} then, until it can
     */
    synchronized void beat() {
        if (stopped || store.seen(id, clock.instant())) {
            return;
        }
        try {
            enter();
            refused = false;
        } catch (IllegalStateException e) {
            refused = true;
            throw e;
        }
    }

    /** Whether another took its place while it was silent: it must neither take messages nor show anything. */
    boolean refused() {
        return refused;
    }

    private FileChannel lock() throws IOException {
        FileChannel channel = OwnerOnly.open(file(id), StandardOpenOption.CREATE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("the lock " + file(id) + " cannot be had");
        }
        return channel;
    }

    private boolean runs(Instance other) {
        return Files.exists(file(other.id()))
                ? locked(file(other.id()))
                : other.seenAt().plus(SILENT).isAfter(clock.instant());
    }

    private Optional<String> refusal(Instance other) {
        if (!Files.exists(file(other.id()))) {
            return Optional.of(
                    "another hub, of another folder, runs on this database, and was seen at " + other.seenAt()
                            + ": hubs of one database share one folder, and with it the keystore. If that one is dead, try again in "
                            + SILENT.toSeconds() + " seconds");
        }
        if (!sharesBroker) {
            return Optional.of("another hub runs from this folder, and this one would have a broker of its own: name an"
                    + " external one in hub.broker.url, for all of them");
        }
        if (!other.configuration().equals(configuration)) {
            return Optional.of("another hub runs from this folder with what config/ was before: stop all of them, then"
                    + " start them again");
        }
        return Optional.empty();
    }

    private void forget(UUID dead) {
        store.gone(dead);
        try {
            Files.deleteIfExists(file(dead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean locked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(UUID instance) {
        return folder.resolve(instance.toString());
    }

    /** Whatever comes of the database: it does not run. */
    void release() throws IOException {
        Objects.requireNonNull(held, "held").close();
    }

    /** It stops in order. While the database is away its file stays, unlocked: whoever comes next sees that it is dead. */
    @Override
    public synchronized void close() throws IOException {
        stopped = true;
        try {
            forget(id);
        } finally {
            release();
        }
    }
}
