package uk.mashhub.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleRootTest {
    /** The eight leaves that implementations of RFC 6962 are compared by, and the root after each. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void matchesTheKnownRootsOfZeroToEightLeaves() {
        MerkleRoot tree = new MerkleRoot();
        assertThat(hex(tree)).isEqualTo(ROOTS.get(0));
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(HexFormat.of().parseHex(LEAVES.get(i)));
            assertThat(hex(tree)).as("root of %d leaves", i + 1).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void matchesTheDefinitionForEverySizeTo130() {
        long seed = 20260302;
        Random random = new Random(seed);
        MerkleRoot tree = new MerkleRoot();
        List<byte[]> entries = new ArrayList<>();
        for (int size = 1; size <= 130; size++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
            tree.add(entry);
            assertThat(tree.root()).as("seed %d, size %d", seed, size).isEqualTo(byDefinition(entries));
            assertThat(tree.size()).isEqualTo(size);
        }
    }

    /** RFC 6962 section 2.1 word for word: k is the largest power of two smaller than n. */
    private static byte[] byDefinition(List<byte[]> entries) {
        if (entries.size() == 1) {
            return TreeHash.leaf(entries.get(0));
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        byte[] left = byDefinition(entries.subList(0, k));
        byte[] right = byDefinition(entries.subList(k, entries.size()));
        byte[] node = new byte[65];
        node[0] = 1;
        System.arraycopy(left, 0, node, 1, 32);
        System.arraycopy(right, 0, node, 33, 32);
        return Sha256.of(node);
    }

    private static String hex(MerkleRoot tree) {
        return HexFormat.of().formatHex(Arrays.copyOf(tree.root(), 32));
    }
}
