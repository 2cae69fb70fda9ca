package uk.mashhub.log;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import uk.mashhub.log.tree.MerkleRoot;

/**
 * Writes the log to a folder that anybody can check without the hub ({@link LogCheck}): the entries and their promises, a
 * line each, in the log's order; a checkpoint over them; the verifier key.
 */
public final class LogExport {
    static final String ENTRIES = "entries.jsonl";
    static final String PROMISES = "promises.jsonl";
    static final String CHECKPOINT = "checkpoint";
    static final String VKEY = "vkey";

    private static final String UNFINISHED = ".part";

    private final NoteKey key;
    private final Signer signer;

    /** Signs checkpoints as this key; the signer holds its private half. */
    public LogExport(NoteKey key, Signer signer) {
        this.key = Objects.requireNonNull(key, "key");
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /**
     * Writes the export; memory does not grow with the number of entries. Files take their names only when all are
     * complete, the checkpoint last, so that a half-written export has none.
     *
     * @param dir made if it is not there; an earlier export in it is replaced
     * @param entries {@link EntryStore#inOrder()}; the caller closes it
     * @throws IOException if the folder cannot be written
     */
    public Checkpoint write(Path dir, Stream<StoredEntry> entries) throws IOException {
        Files.createDirectories(dir);
        Files.deleteIfExists(dir.resolve(CHECKPOINT));
        MerkleRoot tree = writeLines(dir, entries.iterator());
        Checkpoint checkpoint = new Checkpoint(key.name(), tree.size(), tree.root());
        Files.writeString(unfinished(dir, VKEY), key.vkey() + "\n");
        Files.write(unfinished(dir, CHECKPOINT), SignedNote.sign(checkpoint.text(), key, signer));
        for (String file : List.of(ENTRIES, PROMISES, VKEY, CHECKPOINT)) {
            Files.move(unfinished(dir, file), dir.resolve(file), ATOMIC_MOVE);
        }
        return checkpoint;
    }

    private static MerkleRoot writeLines(Path dir, Iterator<StoredEntry> entries) throws IOException {
        MerkleRoot tree = new MerkleRoot();
        try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(unfinished(dir, ENTRIES)));
                OutputStream promises = new BufferedOutputStream(Files.newOutputStream(unfinished(dir, PROMISES)))) {
            while (entries.hasNext()) {
                StoredEntry entry = entries.next();
                writeLine(lines, entry.entry(), entry.entryId());
                writeLine(promises, entry.promise(), entry.entryId());
                tree.add(entry.entry());
            }
        }
        return tree;
    }

    private static void writeLine(OutputStream out, byte[] line, String entryId) throws IOException {
        if (new String(line, StandardCharsets.ISO_8859_1).indexOf('\n') >= 0) {
            throw new IOException("entry " + entryId + " was stored with a line break, which canonical JSON never has");
        }
        out.write(line);
        out.write('\n');
    }

    private static Path unfinished(Path dir, String file) {
        return dir.resolve(file + UNFINISHED);
    }
}
