package uk.mashhub.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TreeHash;

/** A tree over entries in memory: for tests, for trying the library, never for a hub. One sequencer at a time. */
public final class InMemoryTreeStore implements TreeStore {
    private final EntryStore entries;
    private final InMemoryTileStore tiles = new InMemoryTileStore();
    private final List<byte[]> heads = new ArrayList<>();

    /** Over the entries of a store, which may grow. */
    public InMemoryTreeStore(EntryStore entries) {
        this.entries = entries;
    }

    @Override
    public Optional<byte[]> newestHead() {
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of(heads.get(heads.size() - 1).clone());
    }

    /** The order of adding is the order of the places. */
    @Override
    public void place(int limit) {}

    @Override
    public List<byte[]> entriesFrom(long place, int limit) {
        try (Stream<StoredEntry> all = entries.inOrder()) {
            return all.skip(place).limit(limit).map(StoredEntry::entry).toList();
        }
    }

    @Override
    public Optional<String> changedEntry(long size) {
        List<byte[]> kept = entriesFrom(0, (int) size);
        for (int place = 0; place < size; place++) {
            int width = (int) Math.min(Tile.FULL, size - place / Tile.FULL * Tile.FULL);
            byte[] leaves = read(new Tile(0, place / Tile.FULL, width)).orElseThrow();
            int at = place % Tile.FULL * TreeHash.LENGTH;
            boolean same = place < kept.size()
                    && Arrays.equals(
                            TreeHash.leaf(kept.get(place)), Arrays.copyOfRange(leaves, at, at + TreeHash.LENGTH));
            if (!same) {
                return Optional.of("the entry of place " + place + " is missing or was changed");
            }
        }
        return Optional.empty();
    }

    @Override
    public void keepHead(Checkpoint head, byte[] note) {
        heads.add(note.clone());
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        return tiles.read(tile);
    }

    @Override
    public void write(Tile tile, byte[] bytes) {
        tiles.write(tile, bytes);
    }
}
