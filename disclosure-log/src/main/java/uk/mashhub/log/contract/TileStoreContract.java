package uk.mashhub.log.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.TileStore;
import uk.mashhub.log.TileWriter;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;

/** What every {@link TileStore} must do. A test class implements this and says how to make an empty store. */
public interface TileStoreContract {
    /** A store without tiles; called once for each test. */
    TileStore emptyStore() throws IOException;

    @Test
    default void hasNoTileThatWasNotWritten() throws IOException {
        TileStore store = emptyStore();
        store.write(new Tile(0, 1, 7), new byte[] {1});

        assertThat(store.read(new Tile(0, 1, 8))).isEmpty();
        assertThat(store.read(new Tile(0, 1, Tile.FULL))).isEmpty();
        assertThat(store.read(new Tile(1, 1, 7))).isEmpty();
        assertThat(store.read(new Tile(Tile.ENTRIES, 1, 7))).isEmpty();
    }

    @Test
    default void givesBackEveryByteOfEachTile() throws IOException {
        TileStore store = emptyStore();
        byte[] all = new byte[8192];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 7);
        }
        store.write(new Tile(2, 1_234_067, Tile.FULL), all);
        store.write(new Tile(2, 1_234_067, 9), Arrays.copyOf(all, 9));
        store.write(new Tile(Tile.ENTRIES, 1_234_067, Tile.FULL), new byte[] {5});

        assertThat(store.read(new Tile(2, 1_234_067, Tile.FULL))).contains(all);
        assertThat(store.read(new Tile(2, 1_234_067, 9))).contains(Arrays.copyOf(all, 9));
        assertThat(store.read(new Tile(Tile.ENTRIES, 1_234_067, Tile.FULL))).contains(new byte[] {5});
    }

    @Test
    default void takesTheSameTileAgainAndRefusesAnother() throws IOException {
        TileStore store = emptyStore();
        Tile tile = new Tile(0, 0, 3);
        store.write(tile, new byte[] {1, 2, 3});
        store.write(tile, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> store.write(tile, new byte[] {1, 2, 4})).isInstanceOf(IllegalStateException.class);
        assertThat(store.read(tile)).contains(new byte[] {1, 2, 3});
    }

    @Test
    default void carriesATreeThatGrowsByManyHands() throws IOException {
        TileStore store = emptyStore();
        MerkleRoot expected = new MerkleRoot();
        long size = 0;
        for (int step : new int[] {1, 6, 249, 1, 300, 511}) {
            TileWriter writer = new TileWriter(store, size);
            for (int i = 0; i < step; i++) {
                byte[] entry = ("entry " + (size + i)).getBytes(StandardCharsets.UTF_8);
                writer.add(entry);
                expected.add(entry);
            }
            assertThat(writer.flush().root()).isEqualTo(expected.root());
            size = writer.size();
        }
    }
}
