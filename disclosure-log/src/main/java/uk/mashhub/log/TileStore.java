package uk.mashhub.log;

import java.io.IOException;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileSource;

/**
 * Where the tiles of the log's tree are kept. A tile, once written, never changes. The author of another form runs
 * {@code uk.mashhub.log.contract.TileStoreContract}.
 */
public interface TileStore extends TileSource {
    /**
     * Keeps a tile, durably and whole: when this returns, {@link #read} gives these bytes, after a loss of power too, and at no
     * time gives a part of them. Writing the same bytes again changes nothing, so that a writer who was interrupted can
     * begin again.
     *
     * @throws IllegalStateException if other bytes are kept under this name: then the tree was to be rewritten
     * @throws IOException if it cannot be kept; a checkpoint that needs it must not be signed
     */
    void write(Tile tile, byte[] bytes) throws IOException;
}
