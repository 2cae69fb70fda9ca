package uk.mashhub.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 256, tile/0/000",
        "1, 1000, 17, tile/1/x001/000.p/17",
        "-1, 273, 112, tile/entries/273.p/112",
        "7, 999, 255, tile/7/999.p/255"
    })
    void isNamedAsTlogTilesNamesIt(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.read(path)).contains(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/00", "tile/0/0000", "tile/00/000", "tile/8/000", "tile/0/x000/000", "tile/0/001/000",
                "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/entry/000",
                        "tile/-1/000",
                "tile/0/000/", "/tile/0/000", "tile/0/000.part", "tile/0/../0/000"
            })
    void knowsNoOtherSpelling(String path) {
        assertThat(Tile.read(path)).isEmpty();
    }

    /** The example of tlog-tiles, 'Partial Tiles': a tree of 70,000, and one of 256. */
    @Test
    void hasTheTilesOfThePublishedExamples() {
        assertThat(widths(0, 70_000)).hasSize(274).endsWith(256, 112);
        assertThat(widths(1, 70_000)).containsExactly(256, 17);
        assertThat(widths(2, 70_000)).containsExactly(1);
        assertThat(widths(3, 70_000)).isEmpty();
        assertThat(widths(Tile.ENTRIES, 70_000)).hasSize(274).endsWith(256, 112);

        assertThat(widths(0, 256)).containsExactly(256);
        assertThat(widths(1, 256)).containsExactly(1);
        assertThat(widths(0, 0)).isEmpty();
    }

    private static List<Integer> widths(int level, long size) {
        return java.util.stream.LongStream.range(0, 400)
                .mapToObj(index -> Tile.of(level, index, size))
                .flatMap(java.util.Optional::stream)
                .map(Tile::width)
                .toList();
    }

    @Test
    void refusesWhatNoTileHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(-2, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(8, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 257));
    }
}
