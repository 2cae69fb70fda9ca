package uk.mashhub.match.link;

/**
 * Two groups of records put together.
 *
 * @param bits the evidence for it, never more than for what was put together before within either group
 * @param left places of records
 * @param right places of records
 */
record Join(double bits, int[] left, int[] right) {
    @Override
    public String toString() {
        return "Join[" + left.length + " and " + right.length + "]";
    }
}
