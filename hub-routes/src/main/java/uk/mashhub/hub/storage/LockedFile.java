package uk.mashhub.hub.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One at a time, among all threads of all hubs that share a folder. The lock of a process that dies goes with it. */
public final class LockedFile {
    /** A hub that stands still holds its locks: another waits a second, far longer than work on a file takes, and gives up. */
    static final int TRIES = 20;

    private static final Duration BETWEEN = Duration.ofMillis(50);

    private static final Map<Path, ReentrantLock> ONES = new ConcurrentHashMap<>();

    private LockedFile() {}

    /** Work on files. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** What is done between two tries. */
    @FunctionalInterface
    interface Pause {
        void take() throws IOException;
    }

    /**
     * Does work while nobody else does any that takes this lock.
     *
     * @param lock a file beside the one that is worked on, never that one itself: it is replaced whole
     * @throws IOException if the lock cannot be had within a second, or of the work
     */
    public static void alone(Path lock, Work work) throws IOException {
        ReentrantLock here = here(lock);
        Condition pause = here.newCondition();
        alone(lock, work, () -> await(pause));
    }

    /** As above, with another pause between tries; it is taken with the lock of this process's threads held. */
    static void alone(Path lock, Work work, Pause pause) throws IOException {
        // A lock on a file is the process's: its threads wait for each other here, for one file and no other.
        ReentrantLock here = here(lock);
        here.lock();
        try {
            OwnerOnly.folder(lock.resolveSibling("."));
            try (FileChannel channel = OwnerOnly.open(lock, StandardOpenOption.CREATE);
                    FileLock held = taken(channel, lock, pause)) {
                if (!held.isValid()) {
                    throw new IOException("the lock " + lock + " cannot be kept");
                }
                work.run();
            }
        } finally {
            here.unlock();
        }
    }

    private static ReentrantLock here(Path lock) {
        return ONES.computeIfAbsent(lock.toAbsolutePath().normalize(), p -> new ReentrantLock());
    }

    private static FileLock taken(FileChannel channel, Path lock, Pause pause) throws IOException {
        for (int tries = 1; tries < TRIES; tries++) {
            Optional<FileLock> held = tried(channel);
            if (held.isPresent()) {
                return held.get();
            }
            pause.take();
        }
        return tried(channel).orElseThrow(() -> new IOException("the lock " + lock + " is held by another"));
    }

    private static Optional<FileLock> tried(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ofThisProcess) {
            return Optional.empty();
        }
    }

    private static void await(Condition pause) throws IOException {
        try {
            long left = BETWEEN.toNanos();
            while (left > 0) {
                left = pause.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("whoever stops the hub does not wait for a lock");
        }
    }

    /**
     * Does work, or leaves it to whoever does it at this moment.
     *
     * @return whether it was done here
     */
    public static boolean unlessAnother(Path lock, Work work) throws IOException {
        OwnerOnly.folder(lock.resolveSibling("."));
        try (FileChannel channel = OwnerOnly.open(lock, StandardOpenOption.CREATE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                return false;
            }
            work.run();
            return true;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }
}
