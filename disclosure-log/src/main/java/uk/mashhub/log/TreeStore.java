package uk.mashhub.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.tree.Tile;

/**
 * What a {@link Sequencer} works on: the entries in their order, the tiles over them, and the signed heads. All calls of one
 * step belong to one transaction, where the implementation has such; without them a step that ended half-way is done again.
 */
public interface TreeStore extends TileStore {
    /** The newest signed head, as a note; empty before the first. */
    Optional<byte[]> newestHead();

    /**
     * Gives a place to entries that are durable and have none, after all places given before. A place never changes.
     *
     * @param limit the most to give a place
     */
    void place(int limit);

    /**
     * The entries that have a place, from one on, in their order.
     *
     * @param place from 0
     * @param limit the most to give
     * @throws LogBroken if a place between others is empty
     */
    List<byte[]> entriesFrom(long place, int limit);

    /**
     * The lowest level's hashes, a tile each, from one tile on: {@link #read} for many at once.
     *
     * @param from index of the first tile
     * @param size of the tree
     * @return up to {@code limit} tiles as far as the tree goes; one that is missing, or narrower than in that tree, is empty
     */
    default List<byte[]> leafTiles(long from, int limit, long size) throws IOException {
        List<byte[]> tiles = new ArrayList<>();
        for (long index = from; index < from + limit && Tile.of(0, index, size).isPresent(); index++) {
            tiles.add(read(Tile.of(0, index, size).orElseThrow()).orElse(new byte[0]));
        }
        return tiles;
    }

    /**
     * Compares every entry of the tree with its leaf, and looks for entries that neither have a place nor wait for one.
     *
     * @param size of the tree
     * @return the first that is missing or was changed, in words; empty if all are as they were signed
     */
    Optional<String> changedEntry(long size);

    /**
     * Keeps a head, whose tiles are kept already.
     *
     * @param head larger than every head before
     * @param note the head, signed
     * @throws RuntimeException if it cannot be kept; then nobody may be shown it
     */
    void keepHead(Checkpoint head, byte[] note);
}
