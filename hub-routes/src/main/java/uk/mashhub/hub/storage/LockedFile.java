package uk.mashhub.hub.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One at a time, among all threads of all hubs that share a folder. The lock of a process that dies goes with it. */
public final class LockedFile {
    private static final Map<Path, Object> ONES = new ConcurrentHashMap<>();

    private LockedFile() {}

    /** Work on files. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Does work while nobody else does any that takes this lock.
     *
     * @param lock a file beside the one that is worked on, never that one itself: it is replaced whole
     * @throws IOException if the lock cannot be had, or of the work
     */
    public static void alone(Path lock, Work work) throws IOException {
        // A lock on a file is the process's: its threads wait for each other here, for one file and no other.
        synchronized (ONES.computeIfAbsent(lock.toAbsolutePath().normalize(), p -> new Object())) {
            OwnerOnly.folder(lock.resolveSibling("."));
            try (FileChannel channel = OwnerOnly.open(lock, StandardOpenOption.CREATE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("the lock " + lock + " cannot be kept");
                }
                work.run();
            }
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
