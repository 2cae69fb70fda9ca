package uk.mashhub.log;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;

/** The tree over all entries that have a place, signed already or not. Writes nothing. */
public final class PlacedTree {
    private final TreeStore store;
    private final long signed;

    /** @param key by which the store's newest head is signed; where it is not, its tiles are not looked at */
    public PlacedTree(TreeStore store, NoteKey key) {
        this.store = Objects.requireNonNull(store, "store");
        this.signed = store.newestHead()
                .flatMap(note -> Checkpoint.signed(note, key))
                .map(Checkpoint::size)
                .orElse(0L);
    }

    /**
     * The tree of the first entries.
     *
     * @param size as many as have a place, or fewer
     * @throws IOException if the store has fewer
     */
    public Lost.Head head(long size) throws IOException {
        if (size <= signed) {
            return Lost.Head.of(size, new TileTree(store, size).root());
        }
        TileWriter writer = TileWriter.ofHashes(new Beside(store, new InMemoryTileStore()), signed);
        List<byte[]> more = store.entriesFrom(signed, Math.toIntExact(size - signed));
        for (byte[] entry : more) {
            writer.add(entry);
        }
        if (writer.size() != size) {
            throw new IOException("the log has no place " + writer.size());
        }
        return Lost.Head.of(size, writer.flush().root());
    }

    /** Whether the tree of so many entries is this one; not if there are fewer. */
    boolean is(Lost.Head head) throws IOException {
        boolean there =
                head.size() <= signed || !store.entriesFrom(head.size() - 1, 1).isEmpty();
        return there && head(head.size()).equals(head);
    }

    /** What is written stands beside what is kept, in memory. */
    private record Beside(TileStore kept, TileStore written) implements TileStore {
        @Override
        public Optional<byte[]> read(Tile tile) throws IOException {
            Optional<byte[]> own = written.read(tile);
            return own.isPresent() ? own : kept.read(tile);
        }

        @Override
        public void write(Tile tile, byte[] bytes) throws IOException {
            written.write(tile, bytes);
        }
    }
}
