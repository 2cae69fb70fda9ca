package uk.mashhub.log.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A small file system of its own (tmpfs) that can be filled to the last byte: what is written to it then fails as on a full disk.
 * Only root can mount one; for anybody else the test is skipped, and says so.
 */
public final class FullDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path root;

    private FullDisk(Path root) {
        this.root = root;
    }

    /**
     * Mounts one, empty.
     *
     * @param folder an empty folder, where it stands until it is closed
     * @param kilobytes that it holds
     */
    public static FullDisk mounted(Path folder, int kilobytes) throws IOException {
        int code = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(code == 0, "no file system to fill: mounting one takes root");
        return new FullDisk(folder);
    }

    /** Where it is mounted. */
    public Path root() {
        return root;
    }

    /** Leaves no room for another byte. */
    public void fill() throws IOException {
        try (FileChannel filler =
                FileChannel.open(root.resolve("filler"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                filler.write(ByteBuffer.allocate(BLOCK));
            }
        } catch (IOException full) {
            if (Files.getFileStore(root).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    /** Makes room for so many kilobytes, and leaves the rest full. */
    public void leave(int kilobytes) throws IOException {
        try (FileChannel filler = FileChannel.open(root.resolve("filler"), StandardOpenOption.WRITE)) {
            filler.truncate(Math.max(0, filler.size() - kilobytes * 1024L));
        }
    }

    /** Makes room again. */
    public void free() throws IOException {
        Files.delete(root.resolve("filler"));
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", root.toString());
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
