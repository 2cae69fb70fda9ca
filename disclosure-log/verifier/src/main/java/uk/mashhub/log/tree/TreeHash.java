package uk.mashhub.log.tree;

import java.util.Arrays;

/**
 * The hashes of the tree (RFC 6962 section 2.1, RFC 9162 section 2.1.1): leaves and nodes begin with different bytes, so
 * that no node can be passed off as an entry. All are 32 bytes.
 */
public final class TreeHash {
    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeHash() {}

    /** The hash of a leaf: SHA-256 of a zero byte and the entry. */
    public static byte[] leaf(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    /** The hash of a node: SHA-256 of a one byte, the left and the right hash. */
    public static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root of a tree without entries: SHA-256 of nothing. */
    public static byte[] ofNothing() {
        return Sha256.of();
    }

    /** The root over hashes that stand next to each other: of a full tile, the hash that stands for it one level up. */
    static byte[] over(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, from * LENGTH, (from + 1) * LENGTH);
        }
        int left = Integer.highestOneBit(count - 1);
        return node(over(hashes, from, left), over(hashes, from + left, count - left));
    }
}
