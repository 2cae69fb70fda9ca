package uk.mashhub.policy.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Up to 64 boxes looked at together: bit n stands for box n. For each attribute that any of them reads, and each of its
 * values, one mask says which boxes allow the value; a situation lies in the boxes that are left when the masks of its
 * values are combined by AND. Immutable.
 */
final class Block {
    static final int SIZE = 64;

    private final Attribute[] read;
    private final int[] rows;
    private final long[] readers;

    /** For each attribute read: one mask for a value that could not be computed, which rules nothing out, then its values. */
    private final long[] masks;

    private final long all;

    Block(List<Box> boxes) {
        if (boxes.isEmpty() || boxes.size() > SIZE) {
            throw new IllegalArgumentException("a block has 1 to 64 boxes");
        }
        this.all = -1L >>> (SIZE - boxes.size());
        this.read = Arrays.stream(Attribute.values())
                .filter(a -> boxes.stream().anyMatch(b -> b.reads(a)))
                .toArray(Attribute[]::new);
        this.rows = new int[read.length];
        this.readers = new long[read.length];
        int size = 0;
        for (int i = 0; i < read.length; i++) {
            rows[i] = size + 1;
            size += 1 + read[i].words().size();
        }
        this.masks = new long[size];
        Arrays.fill(masks, all);
        for (int n = 0; n < boxes.size(); n++) {
            enter(boxes.get(n), 1L << n);
        }
    }

    private void enter(Box box, long bit) {
        for (int i = 0; i < read.length; i++) {
            if (box.reads(read[i])) {
                readers[i] |= bit;
                for (int v = 0; v < read[i].words().size(); v++) {
                    if ((box.mask(read[i]) >>> v & 1) == 0) {
                        masks[rows[i] + v] &= ~bit;
                    }
                }
            }
        }
    }

    /** The boxes that no known fact rules out. */
    long possible(FactVector facts) {
        long left = all;
        for (int i = 0; i < read.length; i++) {
            left &= masks[rows[i] + facts.place(read[i])];
        }
        return left;
    }

    /** The boxes that read a fact which could not be computed: of those that are possible, nobody can say. */
    long doubtful(FactVector facts) {
        long doubt = 0;
        for (int i = 0; i < read.length; i++) {
            if (facts.place(read[i]) < 0) {
                doubt |= readers[i];
            }
        }
        return doubt;
    }

    /** Hands over every number that a decision depends on, in order, for a digest. */
    void each(LongConsumer number) {
        for (Attribute attribute : read) {
            number.accept(attribute.ordinal());
        }
        Arrays.stream(masks).forEach(number);
    }
}
