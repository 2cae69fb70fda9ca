package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;

class TileWriterTest {
    private final InMemoryTileStore store = new InMemoryTileStore();

    @Test
    void writesTheTilesThatTlogTilesDescribes() throws IOException {
        TileWriter writer = new TileWriter(store);
        for (int i = 0; i < 70_000; i++) {
            writer.add(Drafts.utf8("entry " + i));
        }
        writer.flush();

        assertThat(store.read(new Tile(0, 272, Tile.FULL))).isPresent();
        assertThat(store.read(new Tile(0, 273, 112))).isPresent();
        assertThat(store.read(new Tile(1, 0, Tile.FULL))).isPresent();
        assertThat(store.read(new Tile(1, 1, 17))).isPresent();
        assertThat(store.read(new Tile(2, 0, 1))).isPresent();
        assertThat(store.read(new Tile(Tile.ENTRIES, 273, 112)).flatMap(EntryBundle::read))
                .hasValueSatisfying(entries -> assertThat(entries.get(111)).isEqualTo(Drafts.utf8("entry 69999")));
    }

    @Test
    void writesThePublishedTesseraLogByteForByte() throws IOException {
        Path log = SharedVectors.folder("tessera").resolve("log");
        List<String> entries = List.of("one", "two", "three", "four", "five", "six", "seven");
        TileWriter writer = new TileWriter(store);
        for (int size = 1; size <= entries.size(); size++) {
            writer.add(Drafts.utf8(entries.get(size - 1)));
            writer.flush();
            for (Tile tile : List.of(new Tile(0, 0, size), new Tile(Tile.ENTRIES, 0, size))) {
                assertThat(store.read(tile)).as(tile.path()).contains(Files.readAllBytes(log.resolve(tile.path())));
            }
        }
    }

    @Test
    void doesNotGoOnWithATreeThatIsNotThere() throws IOException {
        new TileWriter(store).add(Drafts.utf8("one"));
        assertThatThrownBy(() -> new TileWriter(store, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesToWriteHistoryAgain() throws IOException {
        TileWriter writer = new TileWriter(store);
        writer.add(Drafts.utf8("one"));
        byte[] root = writer.flush().root();
        TileWriter forger = new TileWriter(store);
        forger.add(Drafts.utf8("another"));

        assertThatThrownBy(forger::flush).isInstanceOf(IllegalStateException.class);
        assertThat(new TileTree(store, 1).root()).isEqualTo(root);
    }

    @Test
    void refusesAnEntryThatNoBundleTakes() {
        TileWriter writer = new TileWriter(store);
        assertThatIllegalArgumentException().isThrownBy(() -> writer.add(new byte[EntryBundle.MAX_ENTRY + 1]));
        assertThat(writer.size()).isZero();
    }

    @Test
    void givesATreeOfNothingForNothing() throws IOException {
        assertThat(new TileWriter(store).flush().size()).isZero();
        assertThat(store.read(new Tile(0, 0, 1))).isEqualTo(Optional.empty());
    }
}
