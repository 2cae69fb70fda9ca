package uk.mashhub.log.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that a tree only grew (RFC 9162 section 2.1.4.2; RFC 6962 section 2.1.2 says how the proof is made). */
public final class ConsistencyProof {
    private ConsistencyProof() {}

    /**
     * Whether the newer tree begins with all entries of the older one, in their order.
     *
     * @param proof hashes, 32 bytes each; none if the sizes are equal or the older tree is empty
     */
    public static boolean verifies(long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
        if (oldSize < 0 || oldSize > newSize || !InclusionProof.areHashes(proof)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        if (oldSize == 0) {
            return proof.isEmpty() && Arrays.equals(oldRoot, TreeHash.ofNothing());
        }
        return !proof.isEmpty() && verifiesGrowth(oldSize, newSize, oldRoot, newRoot, proof);
    }

    private static boolean verifiesGrowth(
            long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> proof) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            // A complete older tree is itself a node of the newer one: its root is not repeated in the proof.
            path.add(0, oldRoot);
        }
        int complete = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> complete;
        long last = (newSize - 1) >> complete;
        byte[] old = path.get(0);
        byte[] grown = old;
        for (byte[] beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = TreeHash.node(beside, old);
                grown = TreeHash.node(beside, grown);
                int risen = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= risen;
                last >>= risen;
            } else {
                grown = TreeHash.node(grown, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, oldRoot) && Arrays.equals(grown, newRoot);
    }
}
