package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.contract.TileStoreContract;
import uk.mashhub.log.tree.Tile;

class FolderTileStoreTest implements TileStoreContract {
    @TempDir
    private Path dir;

    @Override
    public TileStore emptyStore() {
        return new FolderTileStore(dir.resolve("log"));
    }

    @Test
    void leavesNothingUnfinishedBehind() throws IOException {
        Tile tile = new Tile(0, 1_234_067, 3);
        // What a writer leaves who is stopped in the middle.
        Path unfinished = dir.resolve("log").resolve(tile.path() + ".part");
        Files.createDirectories(unfinished.getParent());
        Files.write(unfinished, new byte[] {9, 9, 9, 9, 9});

        TileStore store = emptyStore();
        assertThat(store.read(tile)).isEmpty();
        store.write(tile, new byte[] {1, 2});

        assertThat(Files.readAllBytes(dir.resolve("log/tile/0/x001/x234/067.p/3")))
                .containsExactly(1, 2);
        try (Stream<Path> files = Files.walk(dir).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }
}
