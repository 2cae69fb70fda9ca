package uk.mashhub.log;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The Merkle tree hash of entries added one by one (RFC 6962 section 2.1, RFC 9162 section 2.1.1, SHA-256), in memory
 * that grows with the logarithm of their number. Not safe for several threads.
 */
public final class MerkleRoot {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** A complete subtree of 2^level leaves. */
    private record Subtree(int level, byte[] hash) {}

    private final Deque<Subtree> complete = new ArrayDeque<>();
    private long size;

    /** The hash of a leaf: SHA-256 of a zero byte and the entry. 32 bytes. */
    public static byte[] leafHash(byte[] entry) {
        return Sha256.of(LEAF, entry);
    }

    /** Adds the next entry. */
    public void add(byte[] entry) {
        Subtree right = new Subtree(0, leafHash(entry));
        while (!complete.isEmpty() && complete.peek().level() == right.level()) {
            right = new Subtree(right.level() + 1, node(complete.pop().hash(), right.hash()));
        }
        complete.push(right);
        size++;
    }

    /** How many entries were added. */
    public long size() {
        return size;
    }

    /** The root over all entries so far, 32 bytes; of none, the hash of nothing. */
    public byte[] root() {
        if (complete.isEmpty()) {
            return Sha256.of();
        }
        byte[] right = null;
        for (Subtree left : complete) {
            right = right == null ? left.hash() : node(left.hash(), right);
        }
        return right == null ? Sha256.of() : right.clone();
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }
}
