package uk.mashhub.log.tree;

import java.io.IOException;
import java.util.Optional;

/** Where the tiles of a log are read from: a store, a folder, a web server. */
@FunctionalInterface
public interface TileSource {
    /**
     * The bytes of exactly this tile or bundle.
     *
     * @return empty if there is none; a partial tile may be gone once the full one is there
     * @throws IOException if it cannot be read, which says nothing about whether it is there
     */
    Optional<byte[]> read(Tile tile) throws IOException;
}
