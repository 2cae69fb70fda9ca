package uk.mashhub.log.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks that an entry is in a tree (RFC 9162 section 2.1.3.2; RFC 6962 section 2.1.1 says how the path is made). */
public final class InclusionProof {
    private InclusionProof() {}

    /**
     * Whether the leaf stands at the index of the tree with this size and root.
     *
     * @param index from 0
     * @param leafHash {@link TreeHash#leaf} of the entry
     * @param path the hashes beside the way from the leaf to the root, 32 bytes each
     */
    public static boolean verifies(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        return rootBy(index, size, leafHash, path)
                .filter(made -> Arrays.equals(made, root))
                .isPresent();
    }

    private static Optional<byte[]> rootBy(long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size || !areHashes(path) || leafHash.length != TreeHash.LENGTH) {
            return Optional.empty();
        }
        long node = index;
        long last = size - 1;
        byte[] root = leafHash;
        for (byte[] beside : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                root = TreeHash.node(beside, root);
                // The last node of a level without a right sibling rises unhashed.
                int risen = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= risen;
                last >>= risen;
            } else {
                root = TreeHash.node(root, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    static boolean areHashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }
}
