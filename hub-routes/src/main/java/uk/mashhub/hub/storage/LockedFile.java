package uk.mashhub.hub.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One at a time, among all threads of all hubs that share a folder. The lock of a process that dies goes with it. */
public final class LockedFile {
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
        synchronized (LockedFile.class) {
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
}
