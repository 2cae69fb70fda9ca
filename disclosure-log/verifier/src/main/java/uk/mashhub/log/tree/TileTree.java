package uk.mashhub.log.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A tree of a certain size, read from tiles: its root, and proofs made from it. A proof is as true as the tiles are;
 * whoever is given one verifies it. Keeps a few tiles in memory. Not safe for several threads.
 */
public final class TileTree {
    private static final int KEPT = 64;

    private final TileSource tiles;
    private final long size;
    private final Map<Tile, byte[]> kept = new LinkedHashMap<>();

    /**
     * The tree of the first {@code size} entries.
     *
     * @param tiles has at least the tiles of that tree
     */
    public TileTree(TileSource tiles, long size) {
        this.tiles = Objects.requireNonNull(tiles, "tiles");
        this.size = size;
        if (size < 0) {
            throw new IllegalArgumentException("a tree's size is not negative");
        }
    }

    /** How many entries the tree has. */
    public long size() {
        return size;
    }

    /** The root, 32 bytes. */
    public byte[] root() throws IOException {
        return size == 0 ? TreeHash.ofNothing() : over(0, size);
    }

    /** The leaf hash at the index, 32 bytes. */
    public byte[] leaf(long index) throws IOException {
        requireIndex(index);
        return over(index, index + 1);
    }

    /** The path of {@link InclusionProof}, from the leaf's sibling upwards (RFC 6962 section 2.1.1, PATH). */
    public List<byte[]> inclusion(long index) throws IOException {
        requireIndex(index);
        List<byte[]> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /** The proof of {@link ConsistencyProof} from an older size to this one (RFC 6962 section 2.1.2, PROOF). */
    public List<byte[]> consistency(long oldSize) throws IOException {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("the older tree is not larger than this");
        }
        List<byte[]> proof = new ArrayList<>();
        if (oldSize > 0 && oldSize < size) {
            subproof(oldSize, 0, size, true, proof);
        }
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> path) throws IOException {
        if (to - from == 1) {
            return;
        }
        long middle = from + leftOf(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(over(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(over(from, middle));
        }
    }

    private void subproof(long oldSize, long from, long to, boolean oldRootKnown, List<byte[]> proof)
            throws IOException {
        if (oldSize == to) {
            if (!oldRootKnown) {
                proof.add(over(from, to));
            }
            return;
        }
        long middle = from + leftOf(to - from);
        if (oldSize <= middle) {
            subproof(oldSize, from, middle, oldRootKnown, proof);
            proof.add(over(middle, to));
        } else {
            subproof(oldSize, middle, to, false, proof);
            proof.add(over(from, middle));
        }
    }

    /** The Merkle tree hash of a range that is the whole tree or one that the RFC's splitting leads to. */
    private byte[] over(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return complete(Long.numberOfTrailingZeros(count), from);
        }
        long middle = from + leftOf(count);
        return TreeHash.node(over(from, middle), over(middle, to));
    }

    /** The hash of a complete subtree of 2^height leaves, made from the hashes of the tile that holds its lowest level. */
    private byte[] complete(int height, long from) throws IOException {
        int level = height / Tile.LEVEL_BITS;
        long first = from >> (level * Tile.LEVEL_BITS);
        byte[] hashes = tile(level, first / Tile.FULL);
        return TreeHash.over(hashes, (int) (first % Tile.FULL), 1 << (height % Tile.LEVEL_BITS));
    }

    private byte[] tile(int level, long index) throws IOException {
        Tile tile = Tile.of(level, index, size).orElseThrow();
        byte[] known = kept.get(tile);
        if (known != null) {
            return known;
        }
        byte[] read = fetch(tile);
        if (kept.size() == KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(tile, read);
        return read;
    }

    private byte[] fetch(Tile tile) throws IOException {
        Optional<byte[]> bytes = tiles.read(tile);
        if (bytes.isEmpty() && tile.isPartial()) {
            // A log may drop a partial tile once the full one is there; the full one begins with it.
            bytes = tiles.read(tile.full())
                    .filter(full -> full.length == Tile.FULL * TreeHash.LENGTH)
                    .map(full -> Arrays.copyOf(full, tile.width() * TreeHash.LENGTH));
        }
        return bytes.filter(read -> read.length == tile.width() * TreeHash.LENGTH)
                .orElseThrow(() -> new MissingTile(tile));
    }

    private void requireIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("the tree has no such entry");
        }
    }

    /** RFC 6962 section 2.1: the largest power of two smaller than n. */
    private static long leftOf(long n) {
        return Long.highestOneBit(n - 1);
    }
}
