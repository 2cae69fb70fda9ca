package uk.mashhub.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.log.tree.Tile;

/** Keeps tiles in memory: for tests, for trying the library, never for a hub. Safe for many threads. */
public final class InMemoryTileStore implements TileStore {
    private final Map<Tile, byte[]> tiles = new HashMap<>();

    @Override
    public synchronized Optional<byte[]> read(Tile tile) {
        return Optional.ofNullable(tiles.get(tile)).map(byte[]::clone);
    }

    @Override
    public synchronized void write(Tile tile, byte[] bytes) {
        byte[] kept = tiles.putIfAbsent(tile, bytes.clone());
        if (kept != null && !Arrays.equals(kept, bytes)) {
            throw new IllegalStateException(tile.path() + " is kept already with other content");
        }
    }
}
