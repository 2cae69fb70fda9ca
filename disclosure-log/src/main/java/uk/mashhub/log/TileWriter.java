package uk.mashhub.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TreeHash;

/**
 * Lets a tree grow: puts entries into bundles and their hashes into tiles (C2SP tlog-tiles). Full tiles are written as they
 * fill; {@link #flush()} writes the partial ones, after which a checkpoint of the tree may be signed. Keeps one tile per
 * level in memory. One writer at a time; not safe for several threads.
 */
public final class TileWriter {
    private final TileStore store;
    private final boolean bundles;
    private final List<byte[]> bundle = new ArrayList<>();
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private long size;

    /** Begins an empty tree. */
    public TileWriter(TileStore store) {
        this(store, true);
    }

    private TileWriter(TileStore store, boolean bundles) {
        this.store = Objects.requireNonNull(store, "store");
        this.bundles = bundles;
    }

    /**
     * Goes on with the tree of the first {@code size} entries that the store has.
     *
     * @throws IOException if the store does not have all that goes on
     */
    public TileWriter(TileStore store, long size) throws IOException {
        this(store);
        goOn(size);
    }

    /**
     * Goes on with a tree of hashes alone, where the entries are kept elsewhere and would only be kept twice.
     *
     * @throws IOException if the store does not have all that goes on
     */
    public static TileWriter ofHashes(TileStore store, long size) throws IOException {
        TileWriter writer = new TileWriter(store, false);
        writer.goOn(size);
        return writer;
    }

    private void goOn(long size) throws IOException {
        this.size = size;
        if (bundles && size % Tile.FULL > 0) {
            bundle.addAll(bundleOf(new Tile(Tile.ENTRIES, size / Tile.FULL, (int) (size % Tile.FULL))));
        }
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            long hashes = Tile.hashesAt(level, size);
            if (hashes % Tile.FULL > 0) {
                level(level).writeBytes(tileOf(new Tile(level, hashes / Tile.FULL, (int) (hashes % Tile.FULL))));
            }
        }
    }

    private List<byte[]> bundleOf(Tile tile) throws IOException {
        return store.read(tile)
                .flatMap(EntryBundle::read)
                .filter(entries -> entries.size() == tile.width())
                .orElseThrow(() -> new IOException(tile.path() + " is missing or malformed"));
    }

    private byte[] tileOf(Tile tile) throws IOException {
        return store.read(tile)
                .filter(bytes -> bytes.length == tile.width() * TreeHash.LENGTH)
                .orElseThrow(() -> new IOException(tile.path() + " is missing or malformed"));
    }

    /** Adds an entry at the end, of at most {@link EntryBundle#MAX_ENTRY} bytes. */
    public void add(byte[] entry) throws IOException {
        if (entry.length > EntryBundle.MAX_ENTRY) {
            throw new IllegalArgumentException("an entry has at most " + EntryBundle.MAX_ENTRY + " bytes");
        }
        size++;
        if (bundles) {
            bundle.add(entry.clone());
        }
        if (bundle.size() == Tile.FULL) {
            store.write(new Tile(Tile.ENTRIES, size / Tile.FULL - 1, Tile.FULL), EntryBundle.write(bundle));
            bundle.clear();
        }
        raise(0, TreeHash.leaf(entry));
    }

    /** Adds a hash to a level; a tile that it fills is written and stands as one hash in the level above. */
    private void raise(int level, byte[] hash) throws IOException {
        ByteArrayOutputStream tile = level(level);
        tile.writeBytes(hash);
        if (tile.size() == Tile.FULL * TreeHash.LENGTH) {
            byte[] full = tile.toByteArray();
            store.write(new Tile(level, Tile.hashesAt(level, size) / Tile.FULL - 1, Tile.FULL), full);
            tile.reset();
            raise(level + 1, rootOf(full));
        }
    }

    /** The root over the hashes of a tile. */
    static byte[] rootOf(byte[] tile) {
        MerkleRoot root = new MerkleRoot();
        for (int at = 0; at < tile.length; at += TreeHash.LENGTH) {
            root.addLeaf(Arrays.copyOfRange(tile, at, at + TreeHash.LENGTH));
        }
        return root.root();
    }

    private ByteArrayOutputStream level(int level) {
        while (levels.size() <= level) {
            levels.add(new ByteArrayOutputStream());
        }
        return levels.get(level);
    }

    /** How many entries the tree has. */
    public long size() {
        return size;
    }

    /** Writes what is not yet full. The tree of the present size can then be read from the store. */
    public TileTree flush() throws IOException {
        if (!bundle.isEmpty()) {
            store.write(new Tile(Tile.ENTRIES, size / Tile.FULL, bundle.size()), EntryBundle.write(bundle));
        }
        for (int level = 0; level < levels.size(); level++) {
            byte[] hashes = levels.get(level).toByteArray();
            if (hashes.length > 0) {
                long index = Tile.hashesAt(level, size) / Tile.FULL;
                store.write(new Tile(level, index, hashes.length / TreeHash.LENGTH), hashes);
            }
        }
        return new TileTree(store, size);
    }
}
