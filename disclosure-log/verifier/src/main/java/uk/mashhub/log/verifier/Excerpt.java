package uk.mashhub.log.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;

/** Takes one entry out of an export with its receipt, to be handed on without the rest of the log. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * Checks the whole export, then writes {@code <index>.entry} and {@code <index>.tlog-proof}.
     *
     * @param index of the entry, from 0
     * @param out folder to write to
     */
    public static Report of(Path export, long index, Path out, Trust trust) {
        Report whole = ExportCheck.of(export, trust);
        if (whole.found() != Report.Found.GOOD) {
            return whole;
        }
        try {
            write(new ExportFolder(export), index, out);
            return new Report(whole.found(), "good: wrote entry " + index + " and its receipt", whole.more());
        } catch (Stop stop) {
            return stop.report();
        } catch (IOException unwritable) {
            return Stop.notChecked("the folder cannot be written").report();
        }
    }

    private static void write(ExportFolder folder, long index, Path out) throws Stop, IOException {
        SignedNote note = folder.checkpoint();
        long size = Checkpoint.read(note.text()).orElseThrow().size();
        if (index >= size) {
            throw Stop.bad("entry " + index, "is not in this log of " + size);
        }
        Tile bundle = Tile.of(Tile.ENTRIES, index / Tile.FULL, size).orElseThrow();
        List<byte[]> entries = EntryBundle.begun(folder.tile(bundle, EntryBundle.MAX_BYTES));
        byte[] entry = entries.get((int) (index % Tile.FULL));
        TileTree tree = new TileTree(folder.tilesOf(size), size);
        LogProof receipt = new LogProof(Optional.empty(), index, tree.inclusion(index), note);
        Files.createDirectories(out);
        Files.write(out.resolve(index + ".entry"), entry);
        Files.write(out.resolve(index + ".tlog-proof"), receipt.bytes());
    }
}
