package uk.mashhub.match.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import uk.mashhub.match.weight.CandidatePairs;
import uk.mashhub.match.weight.Comparison;
import uk.mashhub.match.weight.Profile;

/**
 * The pairs of records that share a key. A key that too many records share tells nobody apart: it is left out, and
 * {@link #oversized()} says how many were. How many are too many does not depend on how many records there are, so that
 * pairs grow as records do, and whether two records are a pair depends on those alone with which they share a key.
 *
 * <p>Pairs are read block by block and kept nowhere: there may be tens of millions, and the few records of one block stay
 * in the processor's cache while each is compared with each.
 */
public final class Blocks implements CandidatePairs {
    private static final int MOST_RECORDS = 1 << BatchKeys.PLACE_BITS;

    /** More pairs than this teach the model nothing that these do not. */
    private static final long TAUGHT = 400_000;

    /** The keys of so many records are made at a time. */
    private static final int AT_A_TIME = 4096;

    private final List<Profile> records;
    private final boolean acrossSources;

    /** By block: where its records begin among {@link #members}; then where the last ones end. */
    private final int[] starts;

    /** Places of records, ascending within a block. */
    private final int[] members;

    /** By record: where its blocks begin among {@link #blocksOf}. */
    private final int[] firstBlock;

    /** Numbers of blocks, ascending within a record. */
    private final int[] blocksOf;

    private final int oversized;

    private Blocks(List<Profile> records, boolean acrossSources) {
        this.records = records;
        this.acrossSources = acrossSources;
        long[] entries = entries(records);
        int[] ends = ends(entries);
        int blocks = 0;
        int kept = 0;
        int crowded = 0;
        for (int i = 0, from = 0; i < ends.length; from = ends[i++]) {
            boolean tooMany = ends[i] - from > BatchKeys.most(entries[from]);
            crowded += tooMany ? 1 : 0;
            if (!tooMany && ends[i] - from > 1) {
                for (int at = from; at < ends[i]; at++) {
                    entries[kept++] = entries[at];
                }
                ends[blocks++] = kept;
            }
        }
        this.oversized = crowded;
        this.starts = new int[blocks + 1];
        System.arraycopy(ends, 0, starts, 1, blocks);
        this.members = new int[kept];
        Arrays.setAll(members, i -> (int) entries[i] & MOST_RECORDS - 1);
        this.firstBlock = new int[records.size() + 1];
        this.blocksOf = new int[kept];
        byRecord();
    }

    /**
     * Finds the pairs.
     *
     * @param records ordered by id; 16 million at most
     * @param acrossSources pairs only records of different sources
     */
    public static Blocks of(List<Profile> records, boolean acrossSources) {
        if (records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("more than " + MOST_RECORDS + " records cannot be linked at once");
        }
        return new Blocks(records, acrossSources);
    }

    /** Takes the places of two records, the earlier first. */
    interface PlacesReader {
        void pair(int a, int b);
    }

    /** How many blocks there are. */
    int count() {
        return starts.length - 1;
    }

    /** Each pair of a block that no block before it has: over all blocks, each pair once. */
    void each(int block, PlacesReader reader) {
        for (int i = starts[block]; i < starts[block + 1]; i++) {
            for (int j = i + 1; j < starts[block + 1]; j++) {
                int a = members[i];
                int b = members[j];
                if (mayPair(records.get(a), records.get(b)) && firstInCommon(a, b) == block) {
                    reader.pair(a, b);
                }
            }
        }
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
        long pairs = IntStream.range(0, count())
                .mapToLong(b -> starts[b + 1] - starts[b])
                .map(size -> size * (size - 1) / 2)
                .sum();
        int step = (int) (1 + pairs / TAUGHT);
        // Blocks stand in the order of hashes, so that every so manieth is a fair sample.
        Map<Long, Long> counted = IntStream.rangeClosed(0, (count() - 1) / step)
                .parallel()
                .map(b -> b * step)
                .filter(b -> b < count())
                .boxed()
                .flatMap(this::patterns)
                .collect(Collectors.groupingByConcurrent(p -> p, Collectors.counting()));
        TreeMap<Long, Long> all = new TreeMap<>();
        counted.forEach((pattern, n) -> all.put(pattern, n * step));
        return all;
    }

    private Stream<Long> patterns(int block) {
        LongStream.Builder patterns = LongStream.builder();
        each(
                block,
                (a, b) -> patterns.add(
                        Comparison.of(records.get(a), records.get(b)).pattern()));
        return patterns.build().boxed();
    }

    /** A key and below it a place, ascending: the records that share a key stand together. */
    private static long[] entries(List<Profile> records) {
        List<long[]> parts = IntStream.rangeClosed(0, records.size() / AT_A_TIME)
                .parallel()
                .mapToObj(part -> IntStream.range(part * AT_A_TIME, Math.min(records.size(), (part + 1) * AT_A_TIME))
                        .boxed()
                        .flatMapToLong(
                                i -> Arrays.stream(BatchKeys.of(records.get(i))).map(k -> k | i))
                        .toArray())
                .toList();
        long[] entries = new long[parts.stream().mapToInt(p -> p.length).sum()];
        int size = 0;
        for (long[] part : parts) {
            System.arraycopy(part, 0, entries, size, part.length);
            size += part.length;
        }
        Arrays.parallelSort(entries);
        return entries;
    }

    /** Where each key's entries end. */
    private static int[] ends(long[] entries) {
        return IntStream.rangeClosed(1, entries.length)
                .filter(i -> i == entries.length
                        || entries[i] >>> BatchKeys.PLACE_BITS != entries[i - 1] >>> BatchKeys.PLACE_BITS)
                .toArray();
    }

    private void byRecord() {
        for (int record : members) {
            firstBlock[record + 1]++;
        }
        for (int i = 1; i < firstBlock.length; i++) {
            firstBlock[i] += firstBlock[i - 1];
        }
        int[] next = firstBlock.clone();
        for (int block = 0; block < count(); block++) {
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                blocksOf[next[members[i]]++] = block;
            }
        }
    }

    /** The first block in which both stand; there is one. */
    private int firstInCommon(int a, int b) {
        int atA = firstBlock[a];
        int atB = firstBlock[b];
        int ofA = blocksOf[atA];
        int ofB = blocksOf[atB];
        while (ofA != ofB) {
            // The smaller moves on: a sign taken as a number, because a branch would go either way at random.
            atA += ofA - ofB >>> Integer.SIZE - 1;
            atB += ofB - ofA >>> Integer.SIZE - 1;
            ofA = blocksOf[atA];
            ofB = blocksOf[atB];
        }
        return ofA;
    }
}
