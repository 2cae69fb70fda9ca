package uk.mashhub.match.link;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Two groups of records put together.
 *
 * @param bits the evidence for it, never more than for what was put together before within either group
 * @param left places of records
 * @param right places of records
 */
record Join(double bits, int[] left, int[] right) {
    /** The strongest first, and always one order. */
    static final Comparator<Join> STRONGEST = Comparator.comparingDouble((Join j) -> -j.bits())
            .thenComparingInt(j -> j.left()[0])
            .thenComparingInt(j -> j.right()[0]);

    /** The same with other places: each is where the list says it stands. */
    Join at(int[] places) {
        return new Join(bits, moved(left, places), moved(right, places));
    }

    private static int[] moved(int[] records, int[] places) {
        return Arrays.stream(records).map(r -> places[r]).toArray();
    }

    @Override
    public String toString() {
        return "Join[" + left.length + " and " + right.length + "]";
    }
}
