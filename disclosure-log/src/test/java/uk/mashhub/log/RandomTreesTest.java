package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.InclusionProof;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TreeHash;

/** What must hold for every tree: its proofs verify, and none does with one bit of it changed, a hash more or a hash less. */
class RandomTreesTest {
    private static final int PROOFS = 12;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void proofsOfARandomTreeHoldAndBearNoChange(long seed) throws IOException {
        Random random = new Random(seed);
        InMemoryTileStore store = new InMemoryTileStore();
        TileWriter writer = new TileWriter(store);
        List<byte[]> leaves = new ArrayList<>();
        List<byte[]> roots = new ArrayList<>(List.of(TreeHash.ofNothing()));
        MerkleRoot expected = new MerkleRoot();
        int size = 2 + random.nextInt(seed % 2 == 0 ? 40 : 3000);
        for (int i = 0; i < size; i++) {
            byte[] entry = new byte[random.nextInt(100)];
            random.nextBytes(entry);
            writer.add(entry);
            expected.add(entry);
            leaves.add(TreeHash.leaf(entry));
            roots.add(expected.root());
        }
        TileTree tree = writer.flush();
        assertThat(tree.root()).isEqualTo(roots.get(size));
        for (int n = 0; n < PROOFS; n++) {
            int index = random.nextInt(size);
            byte[] root = roots.get(size);
            assertBearsNoChange(
                    tree.inclusion(index),
                    random,
                    path -> InclusionProof.verifies(index, tree.size(), leaves.get(index), path, root));
            int old = 1 + random.nextInt(size - 1);
            assertBearsNoChange(
                    tree.consistency(old),
                    random,
                    proof -> ConsistencyProof.verifies(old, tree.size(), roots.get(old), root, proof));
        }
    }

    private interface Check {
        boolean verifies(List<byte[]> proof);
    }

    private static void assertBearsNoChange(List<byte[]> proof, Random random, Check check) {
        assertThat(check.verifies(proof)).isTrue();
        for (int place = 0; place < proof.size(); place++) {
            List<byte[]> flipped = new ArrayList<>(proof);
            byte[] hash = proof.get(place).clone();
            hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
            flipped.set(place, hash);
            assertThat(check.verifies(flipped)).as("hash %d changed", place).isFalse();
            List<byte[]> shorter = new ArrayList<>(proof);
            shorter.remove(place);
            assertThat(check.verifies(shorter)).as("hash %d left out", place).isFalse();
            List<byte[]> longer = new ArrayList<>(proof);
            longer.add(place, proof.get(place));
            assertThat(check.verifies(longer)).as("hash %d told twice", place).isFalse();
        }
        List<byte[]> cut = new ArrayList<>(proof);
        cut.add(new byte[31]);
        assertThat(check.verifies(cut)).isFalse();
    }
}
