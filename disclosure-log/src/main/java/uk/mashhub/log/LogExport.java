package uk.mashhub.log;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.tree.Tile;

/**
 * Writes the log to a folder that anybody can check without the hub ({@code disclosure-log-verifier.jar}): entries and tree
 * as C2SP tlog-tiles, a checkpoint over them, the verifier key, and what witnesses and time authorities have said of it.
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
        return write(dir, log, note, List.of());
    }

    /**
     * The same with what others have said of the log.
     *
     * @param vouched smallest first; those of more entries than the head are left out
     * @throws LogBroken also if one of them is not signed by the log's key
     */
    public Checkpoint write(Path dir, TreeStore log, byte[] note, List<Vouched> vouched) throws IOException {
        Checkpoint head = Checkpoint.signed(note, key)
                .orElseThrow(() -> new LogBroken("the checkpoint is not signed by the log's key"));
        Files.createDirectories(dir);
        Files.deleteIfExists(dir.resolve(CHECKPOINT));
        deleteEarlier(dir);
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
        writeEvidence(dir, note, vouched, head.size());
        Path unfinished = dir.resolve(CHECKPOINT + ".part");
        Files.write(unfinished, note);
        Files.move(unfinished, dir.resolve(CHECKPOINT), ATOMIC_MOVE);
        return head;
    }

    private void writeEvidence(Path dir, byte[] note, List<Vouched> vouched, long size) throws IOException {
        List<EvidenceList.Head> heads = new ArrayList<>();
        for (Vouched earlier : vouched) {
            if (earlier.size() <= size) {
                requireOurs(earlier);
                EvidenceList.Head head = EvidenceList.Head.of(earlier.size(), earlier.note(), earlier.token());
                put(dir.resolve(head.noteFile()), earlier.note());
                if (earlier.token().isPresent()) {
                    put(dir.resolve(head.tokenFile()), earlier.token().get());
                }
                heads.add(head);
            }
        }
        Files.write(dir.resolve(EvidenceList.FILE), new EvidenceList(EvidenceList.hash(note), heads).bytes());
    }

    private void requireOurs(Vouched earlier) {
        if (Checkpoint.signed(earlier.note(), key).map(Checkpoint::size).stream()
                .noneMatch(size -> size == earlier.size())) {
            throw new LogBroken(
                    "the checkpoint of " + earlier.size() + " entries is not one that the log's key signed");
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Deletes what has the name of a tile or of evidence, and nothing else that may lie in the folder. */
    private static void deleteEarlier(Path dir) throws IOException {
        List<Path> earlier;
        try (Stream<Path> files = Files.walk(dir)) {
            earlier = files.filter(Files::isRegularFile)
                    .filter(file -> isOfAnExport(dir.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
        for (Path file : earlier) {
            Files.delete(file);
        }
    }

    private static boolean isOfAnExport(String name) {
        return name.equals(EvidenceList.FILE)
                || EvidenceList.names(name)
                || Tile.read(name).isPresent();
    }
}
