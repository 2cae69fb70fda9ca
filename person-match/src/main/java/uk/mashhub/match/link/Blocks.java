package uk.mashhub.match.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import uk.mashhub.match.weight.CandidatePairs;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Profile;

/**
 * The pairs of records that share a key. A key that very many records share tells nobody apart: it is left out, and
 * {@link #oversized()} says how many were.
 */
public final class Blocks implements CandidatePairs {
    private static final int MOST = 120;

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
        Map<Long, Long> counted = Arrays.stream(pairs)
                .parallel()
                .mapToObj(p -> Comparison.of(records.get(left(p)), records.get(right(p)))
                        .pattern())
                .collect(Collectors.groupingByConcurrent(p -> p, Collectors.counting()));
        return new TreeMap<>(counted);
    }

    static int left(long pair) {
        return (int) (pair >>> 32);
    }

    static int right(long pair) {
        return (int) pair;
    }

    private long[] made() {
        Entry[] entries = IntStream.range(0, records.size())
                .parallel()
                .boxed()
                .flatMap(i -> Arrays.stream(BatchKeys.of(records.get(i))).mapToObj(k -> new Entry(k, i)))
                .sorted()
                .toArray(Entry[]::new);
        LongStream.Builder found = LongStream.builder();
        for (int from = 0; from < entries.length; ) {
            int to = from + 1;
            while (to < entries.length && entries[to].key == entries[from].key) {
                to++;
            }
            block(entries, from, to, found);
            from = to;
        }
        return found.build().sorted().distinct().toArray();
    }

    private void block(Entry[] entries, int from, int to, LongStream.Builder found) {
        if (to - from > MOST) {
            oversized++;
            return;
        }
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                if (mayPair(records.get(entries[i].record), records.get(entries[j].record))) {
                    found.add((long) entries[i].record << 32 | entries[j].record);
                }
            }
        }
    }

    private record Entry(long key, int record) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byKey = Long.compare(key, other.key);
            return byKey != 0 ? byKey : Integer.compare(record, other.record);
        }
    }
}
