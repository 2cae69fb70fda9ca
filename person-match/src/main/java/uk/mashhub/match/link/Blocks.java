package uk.mashhub.match.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.mashhub.match.weight.CandidatePairs;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Profile;

/**
 * The pairs of records that share a key. A key that very many records share tells nobody apart: it is left out, and
 * {@link #oversized()} says how many were.
 */
public final class Blocks implements CandidatePairs {
    private static final int MOST = 120;

    /** So many may share a key in any case. */
    private static final int FEWEST = 12;

    /** Found under one key or another, those found under several counted as often. */
    private static final long PAIRS_FOR_A_RECORD = 250;

    /** More pairs than this teach the model nothing that these do not. */
    private static final int TAUGHT = 1_000_000;

    private final List<Profile> records;
    private final boolean acrossSources;
    private final long[] pairs;
    private int oversized;

    private Blocks(List<Profile> records, boolean acrossSources) {
        this.records = records;
        this.acrossSources = acrossSources;
        this.pairs = made();
    }

    /**
     * Finds the pairs.
     *
     * @param records ordered by id
     * @param acrossSources pairs only records of different sources
     */
    public static Blocks of(List<Profile> records, boolean acrossSources) {
        return new Blocks(records, acrossSources);
    }

    /** Pairs as the places of two records, the earlier in the upper 32 bits; ascending, each once. */
    public long[] pairs() {
        return pairs;
    }

    /** How many keys were left out because too many records share them. */
    public int oversized() {
        return oversized;
    }

    @Override
    public boolean mayPair(Profile a, Profile b) {
        return !acrossSources || !a.source().equals(b.source());
    }

    @Override
    public TreeMap<Long, Long> patterns(List<Profile> of) {
        int step = 1 + pairs.length / TAUGHT;
        Map<Long, Long> counted = IntStream.range(0, pairs.length / step)
                .parallel()
                .mapToLong(i -> pairs[i * step])
                .mapToObj(p -> Comparison.of(records.get(left(p)), records.get(right(p)))
                        .pattern())
                .collect(Collectors.groupingByConcurrent(p -> p, Collectors.counting()));
        TreeMap<Long, Long> all = new TreeMap<>();
        counted.forEach((pattern, n) -> all.put(pattern, n * step));
        return all;
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    private long[] made() {
        // A key and a place in one number: the key's upper bits, so that a million records have 44 bits of it left.
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(records.size()));
        long[] entries = IntStream.range(0, records.size())
                .parallel()
                .boxed()
                .flatMapToLong(i -> Arrays.stream(BatchKeys.of(records.get(i))).map(k -> k >>> bits << bits | i))
                .toArray();
        Arrays.parallelSort(entries);
        int most = most(entries, bits);
        PairList found = new PairList();
        for (int from = 0; from < entries.length; ) {
            int to = end(entries, from, bits);
            if (to - from > most) {
                oversized++;
            } else {
                block(entries, from, to, (1L << bits) - 1, found);
            }
            from = to;
        }
        return found.sortedOnce();
    }

    /** As many records may share a key: fewer where the pairs would otherwise grow faster than the records. */
    private int most(long[] entries, int bits) {
        long[] pairsOfSize = new long[MOST + 1];
        for (int from = 0; from < entries.length; ) {
            int to = end(entries, from, bits);
            int size = to - from;
            if (size <= MOST) {
                pairsOfSize[size] += size * (size - 1L) / 2;
            }
            from = to;
        }
        long left = PAIRS_FOR_A_RECORD * records.size();
        int most = 1;
        while (most < MOST && (most < FEWEST || pairsOfSize[most + 1] <= left)) {
            most++;
            left -= pairsOfSize[most];
        }
        return most;
    }

    private static int end(long[] entries, int from, int bits) {
        int to = from + 1;
        while (to < entries.length && entries[to] >>> bits == entries[from] >>> bits) {
            to++;
        }
        return to;
    }

    private void block(long[] entries, int from, int to, long place, PairList found) {
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                int a = (int) (entries[i] & place);
                int b = (int) (entries[j] & place);
                if (a != b && mayPair(records.get(a), records.get(b))) {
                    found.add((long) a << 32 | b);
                }
            }
        }
    }
}
