package uk.mashhub.log;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.tree.Tile;

/**
 * Writes the log to a folder that anybody can check without the hub ({@code disclosure-log-verifier.jar}): entries and tree
 * as C2SP tlog-tiles, a checkpoint over them, the verifier key.
 */
public final class LogExport {
    private static final String CHECKPOINT = "checkpoint";
    private static final String VKEY = "vkey";

    /** Entries read at a time. */
    private static final int BATCH = 1024;

    private final NoteKey key;

    /** @param key of the log */
    public LogExport(NoteKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Writes the log as its newest head says it is; memory does not grow with the number of entries. The checkpoint goes
     * first and comes last, so that a half-written export has none.
     *
     * @param dir made if it is not there; an earlier export in it is replaced
     * @throws LogBroken if there is no head, or the entries are not those that it was signed over: then there is no export
     * @throws IOException if the folder cannot be written
     */
    public Checkpoint write(Path dir, TreeStore log) throws IOException {
        byte[] note = log.newestHead().orElseThrow(() -> new LogBroken("no checkpoint has been signed yet"));
        return write(dir, log, note);
    }

    /** The same for any head of the log. */
    public Checkpoint write(Path dir, TreeStore log, byte[] note) throws IOException {
        Checkpoint head = Checkpoint.signed(note, key)
                .orElseThrow(() -> new LogBroken("the checkpoint is not signed by the log's key"));
        Files.createDirectories(dir);
        Files.deleteIfExists(dir.resolve(CHECKPOINT));
        deleteTiles(dir);
        TileWriter writer = new TileWriter(new FolderTileStore(dir));
        while (writer.size() < head.size()) {
            List<byte[]> entries = log.entriesFrom(writer.size(), (int) Math.min(BATCH, head.size() - writer.size()));
            if (entries.isEmpty()) {
                throw new LogBroken("the entry of place " + writer.size() + " is missing");
            }
            for (byte[] entry : entries) {
                writer.add(entry);
            }
        }
        if (!Arrays.equals(writer.flush().root(), head.root())) {
            throw new LogBroken("the checkpoint's root is not over these " + head.size() + " entries");
        }
        Files.writeString(dir.resolve(VKEY), key.vkey() + "\n");
        Path unfinished = dir.resolve(CHECKPOINT + ".part");
        Files.write(unfinished, note);
        Files.move(unfinished, dir.resolve(CHECKPOINT), ATOMIC_MOVE);
        return head;
    }

    /** Deletes what has the name of a tile, and nothing else that may lie in the folder. */
    private static void deleteTiles(Path dir) throws IOException {
        List<Path> tiles;
        try (Stream<Path> files = Files.walk(dir)) {
            tiles = files.filter(Files::isRegularFile)
                    .filter(file -> Tile.read(dir.relativize(file).toString().replace('\\', '/'))
                            .isPresent())
                    .toList();
        }
        for (Path tile : tiles) {
            Files.delete(tile);
        }
    }
}
