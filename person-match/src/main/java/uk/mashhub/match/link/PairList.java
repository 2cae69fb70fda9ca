package uk.mashhub.match.link;

import java.util.Arrays;

/** Pairs of places as numbers, gathered one by one: millions of them, so that none is an object. */
final class PairList {
    private long[] pairs = new long[1024];
    private int size;

    void add(long pair) {
        if (size == pairs.length) {
            once();
            if (size > pairs.length / 2) {
                pairs = Arrays.copyOf(pairs, pairs.length * 2);
            }
        }
        pairs[size++] = pair;
    }

    /** All of them, ascending, each once. */
    long[] sortedOnce() {
        once();
        return Arrays.copyOf(pairs, size);
    }

    private void once() {
        Arrays.parallelSort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        size = kept;
    }
}
