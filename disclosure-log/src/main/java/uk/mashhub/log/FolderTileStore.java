package uk.mashhub.log;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.tree.Tile;

/**
 * Keeps tiles as files named as C2SP tlog-tiles names them, so that the folder can be handed out or served as it is. One
 * writer at a time.
 */
public final class FolderTileStore implements TileStore {
    private final Path dir;

    /** In a folder; it is made when the first tile is written. */
    public FolderTileStore(Path dir) {
        this.dir = Objects.requireNonNull(dir, "dir");
    }

    @Override
    public Optional<byte[]> read(Tile tile) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(dir.resolve(tile.path())));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void write(Tile tile, byte[] bytes) throws IOException {
        Optional<byte[]> kept = read(tile);
        if (kept.isPresent()) {
            if (!Arrays.equals(kept.get(), bytes)) {
                throw new IllegalStateException(tile.path() + " is kept already with other content");
            }
            return;
        }
        Path file = dir.resolve(tile.path());
        Path folder = Objects.requireNonNull(file.getParent(), "folder");
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(unfinished, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, ATOMIC_MOVE);
        keepNames(folder);
    }

    /** A new name is durable only once its folder is, and a new folder only once the one above is. */
    private void keepNames(Path folder) throws IOException {
        for (Path above = folder; above != null && above.startsWith(dir); above = above.getParent()) {
            try (FileChannel names = FileChannel.open(above, READ)) {
                names.force(true);
            }
        }
    }
}
