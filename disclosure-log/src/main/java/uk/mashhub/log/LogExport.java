package uk.mashhub.log;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;

/**
 * Writes the log to a folder that anybody can check without the hub ({@code disclosure-log-verifier.jar}): entries and tree
 * as C2SP tlog-tiles, a checkpoint over them, the verifier key.
 */
public final class LogExport {
    private static final String CHECKPOINT = "checkpoint";
    private static final String VKEY = "vkey";

    private final NoteKey key;
    private final Signer signer;

    /** Signs checkpoints as this key; the signer holds its private half. */
    public LogExport(NoteKey key, Signer signer) {
        this.key = Objects.requireNonNull(key, "key");
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /**
     * Writes the export; memory does not grow with the number of entries. The checkpoint goes first and comes last, so that
     * a half-written export has none.
     *
     * @param dir made if it is not there; an earlier export in it is replaced
     * @param entries {@link EntryStore#inOrder()}; the caller closes it
     * @throws IOException if the folder cannot be written
     */
    public Checkpoint write(Path dir, Stream<StoredEntry> entries) throws IOException {
        Files.createDirectories(dir);
        Files.deleteIfExists(dir.resolve(CHECKPOINT));
        deleteTiles(dir);
        TileWriter writer = new TileWriter(new FolderTileStore(dir));
        for (Iterator<StoredEntry> each = entries.iterator(); each.hasNext(); ) {
            writer.add(each.next().entry());
        }
        TileTree tree = writer.flush();
        Checkpoint checkpoint = new Checkpoint(key.name(), tree.size(), tree.root());
        Files.writeString(dir.resolve(VKEY), key.vkey() + "\n");
        Path unfinished = dir.resolve(CHECKPOINT + ".part");
        Files.write(unfinished, SignedNote.sign(checkpoint.text(), key, signer));
        Files.move(unfinished, dir.resolve(CHECKPOINT), ATOMIC_MOVE);
        return checkpoint;
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
