package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Says that a hub is running on a folder. The operating system takes it back when the process ends, however it ends; so
 * what is still running on a folder whose lock is free is an orphan, and what is running on a locked one is not.
 */
final class FolderLock implements AutoCloseable {
    /** The byte that a hub locks or does not start. */
    private static final long HUB = 0;
    /** The byte that a hub locks besides, for others to look at. */
    static final long LOOK = 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @throws IOException if another hub has it
     */
    static FolderLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tried(channel, HUB, false) == null) {
                throw new IOException("another hub is running on " + folder);
            }
            // Waits for whoever looks at this moment, never longer: only who has the first byte keeps it.
            if (!channel.lock(LOOK, 1, false).isValid()) {
                throw new IOException("the lock of " + folder + " cannot be kept");
            }
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Whether another process has it. A hub that starts at this moment is not in its way. Not for the hub itself: the system takes its
     * own lock back when it closes the file again.
     */
    static boolean taken(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return tried(channel, LOOK, true) == null;
        }
    }

    private static @Nullable FileLock tried(FileChannel channel, long at, boolean shared) throws IOException {
        try {
            return channel.tryLock(at, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
