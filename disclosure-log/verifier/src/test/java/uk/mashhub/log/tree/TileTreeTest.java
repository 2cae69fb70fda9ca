package uk.mashhub.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileTreeTest {
    private final TilesByDefinition tiles = new TilesByDefinition(66_000);

    @Test
    void provesEveryEntryOfEverySmallTree() throws IOException {
        for (int size = 1; size <= 40; size++) {
            TileTree tree = new TileTree(tiles, size);
            assertThat(tree.root()).isEqualTo(tiles.mth(0, size));
            for (int index = 0; index < size; index++) {
                assertThat(tree.leaf(index)).isEqualTo(TreeHash.leaf(tiles.entry(index)));
                assertIncluded(tree, index);
            }
        }
    }

    @Test
    void provesTheGrowthBetweenAllSmallTrees() throws IOException {
        for (int size = 0; size <= 40; size++) {
            for (int old = 0; old <= size; old++) {
                assertGrown(old, size);
            }
        }
    }

    @Test
    void provesAcrossTilesAndLevels() throws IOException {
        long seed = 20261121;
        Random random = new Random(seed);
        List<Integer> edges = List.of(255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_000);
        for (int size : edges) {
            TileTree tree = new TileTree(tiles, size);
            for (int n = 0; n < 8; n++) {
                assertIncluded(tree, random.nextInt(size));
                assertGrown(random.nextInt(size), size);
            }
            assertIncluded(tree, size - 1);
            assertGrown(Math.min(256, size), size);
        }
    }

    private void assertIncluded(TileTree tree, int index) throws IOException {
        byte[] leaf = TreeHash.leaf(tiles.entry(index));
        List<byte[]> path = tree.inclusion(index);
        byte[] root = tiles.mth(0, (int) tree.size());
        assertThat(InclusionProof.verifies(index, tree.size(), leaf, path, root))
                .as("%d of %d", index, tree.size())
                .isTrue();
        assertThat(InclusionProof.verifies(index + 1L, tree.size(), leaf, path, root))
                .as("%d + 1 of %d", index, tree.size())
                .isFalse();
    }

    private void assertGrown(int old, int size) throws IOException {
        List<byte[]> proof = new TileTree(tiles, size).consistency(old);
        byte[] oldRoot = tiles.mth(0, old);
        byte[] root = tiles.mth(0, size);
        assertThat(ConsistencyProof.verifies(old, size, oldRoot, root, proof))
                .as("%d to %d", old, size)
                .isTrue();
        byte[] forked = TreeHash.node(oldRoot, oldRoot);
        assertThat(ConsistencyProof.verifies(old, size, forked, root, proof)).isFalse();
        assertThat(ConsistencyProof.verifies(old, size, oldRoot, forked, proof)).isEqualTo(old == 0 && size > 0);
    }

    @Test
    void readsTheBeginningOfAFullTileWhereThePartialOneIsGone() throws IOException {
        TileSource fullOnly = tile -> tile.isPartial() ? Optional.empty() : tiles.read(tile);
        assertThat(new TileTree(fullOnly, 300).root()).isEqualTo(tiles.mth(0, 300));
    }

    @Test
    void namesTheTileThatIsMissingOrCutShort() {
        TileSource without = tile -> tile.level() == 0 && tile.index() == 1 ? Optional.empty() : tiles.read(tile);
        TileSource cut = tile -> tiles.read(tile).map(bytes -> Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> new TileTree(without, 600).leaf(256))
                .isInstanceOfSatisfying(
                        MissingTile.class,
                        missing -> assertThat(missing.tile().path()).isEqualTo("tile/0/001"));
        assertThatThrownBy(() -> new TileTree(cut, 3).root()).isInstanceOf(MissingTile.class);
    }

    @Test
    void refusesEntriesAndSizesThatTheTreeHasNot() {
        TileTree tree = new TileTree(tiles, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(10));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.leaf(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(11));
        assertThatIllegalArgumentException().isThrownBy(() -> new TileTree(tiles, -1));
    }
}
