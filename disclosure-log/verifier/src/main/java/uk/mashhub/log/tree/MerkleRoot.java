package uk.mashhub.log.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a tree whose entries are added one by one, in memory that grows with the logarithm of their number. Not safe
 * for several threads.
 */
public final class MerkleRoot {
    /** A complete subtree of 2^level leaves. */
    private record Subtree(int level, byte[] hash) {}

    private final Deque<Subtree> complete = new ArrayDeque<>();
    private long size;

    /** Adds the next entry. */
    public void add(byte[] entry) {
        addLeaf(TreeHash.leaf(entry));
    }

    /** Adds the next entry by its leaf hash. */
    public void addLeaf(byte[] leafHash) {
        Subtree right = new Subtree(0, leafHash.clone());
        while (!complete.isEmpty() && complete.peek().level() == right.level()) {
            right = new Subtree(right.level() + 1, TreeHash.node(complete.pop().hash(), right.hash()));
        }
        complete.push(right);
        size++;
    }

    /** How many entries were added. */
    public long size() {
        return size;
    }

    /** The root over all entries so far, 32 bytes. */
    public byte[] root() {
        Iterator<Subtree> smallestFirst = complete.iterator();
        if (!smallestFirst.hasNext()) {
            return TreeHash.ofNothing();
        }
        byte[] root = smallestFirst.next().hash();
        while (smallestFirst.hasNext()) {
            root = TreeHash.node(smallestFirst.next().hash(), root);
        }
        return root.clone();
    }
}
