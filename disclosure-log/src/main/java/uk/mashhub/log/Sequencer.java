package uk.mashhub.log;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TreeHash;

/**
 * Takes entries that are durable into the tree, and signs the head that proves it. One works at a time; who sees to that is
 * the caller. It goes on only from a head that this key signed and that the kept tiles still give: over a tree that was
 * changed nothing is signed.
 */
public final class Sequencer {
    private final NoteKey key;
    private final Signer signer;
    private final int batch;
    /** What this signed last and read back since: the same bytes need not be verified again. */
    private final AtomicReference<Signed> last = new AtomicReference<>();

    private record Signed(byte[] note, Checkpoint checkpoint) {}

    /**
     * A sequencer.
     *
     * @param signer holds the private half of the key
     * @param batch the most entries that one step takes in
     */
    public Sequencer(NoteKey key, Signer signer, int batch) {
        this.key = Objects.requireNonNull(key, "key");
        this.signer = Objects.requireNonNull(signer, "signer");
        this.batch = batch;
    }

    /** The most entries that one step takes in. */
    public int batch() {
        return batch;
    }

    /**
     * One step: takes in what waits, up to a batch.
     *
     * @return the new head; empty if nothing waits
     * @throws LogBroken if the store is not as the newest head says
     * @throws IOException if the tiles cannot be read or kept
     */
    public Optional<SignedNote> grow(TreeStore store) throws IOException {
        Checkpoint head = newest(store);
        store.place(batch);
        List<byte[]> entries = store.entriesFrom(head.size(), batch);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        requireTreeOf(head, store);
        TileWriter writer = TileWriter.ofHashes(store, head.size());
        for (byte[] entry : entries) {
            writer.add(entry);
        }
        Checkpoint grown =
                new Checkpoint(key.name(), writer.size(), writer.flush().root());
        byte[] note = SignedNote.sign(grown.text(), key, signer);
        store.keepHead(grown, note);
        last.set(new Signed(note, grown));
        return SignedNote.read(note);
    }

    private Checkpoint newest(TreeStore store) {
        Optional<byte[]> note = store.newestHead();
        if (note.isEmpty()) {
            return new Checkpoint(key.name(), 0, TreeHash.ofNothing());
        }
        Signed known = last.get();
        if (known != null && Arrays.equals(known.note(), note.get())) {
            return known.checkpoint();
        }
        return Checkpoint.signed(note.get(), key)
                .orElseThrow(() -> new LogBroken("the newest checkpoint is not signed by the log's key"));
    }

    private static void requireTreeOf(Checkpoint head, TreeStore store) throws IOException {
        if (!Arrays.equals(new TileTree(store, head.size()).root(), head.root())) {
            throw new LogBroken("the tiles are not those of the newest checkpoint, of " + head.size() + " entries");
        }
    }
}
