package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

/** Records put together, with the evidence, so that people can be read off at any threshold. */
public final class Linked {
    private final List<Profile> records;
    private final Blocks blocks;
    private final double[] bits;
    private final List<Join> joins;
    private final Weigher weigher;

    Linked(List<Profile> records, Blocks blocks, double[] bits, List<Join> joins, Weigher weigher) {
        this.records = List.copyOf(records);
        this.blocks = blocks;
        this.bits = bits.clone();
        this.joins = List.copyOf(joins);
        this.weigher = weigher;
    }

    /** The records, ordered by id. */
    public List<Profile> records() {
        return records;
    }

    public Weigher weigher() {
        return weigher;
    }

    public int candidatePairs() {
        return bits.length;
    }

    public int oversizedKeys() {
        return blocks.oversized();
    }

    /** Takes a pair of records and the evidence for it. */
    public interface PairReader {
        void pair(Profile a, Profile b, double bits);
    }

    /** Every pair that shares a key, as weighed alone; minus infinity where a guard keeps the two apart. */
    public void eachCandidate(PairReader reader) {
        long[] pairs = blocks.pairs();
        for (int i = 0; i < pairs.length; i++) {
            reader.pair(records.get(Blocks.left(pairs[i])), records.get(Blocks.right(pairs[i])), bits[i]);
        }
    }

    /** Every pair that stands in one group, with the bits at which the group came together; the strongest first. */
    public void eachLink(PairReader reader) {
        for (Join join : joins) {
            for (int a : join.left()) {
                for (int b : join.right()) {
                    reader.pair(records.get(Math.min(a, b)), records.get(Math.max(a, b)), join.bits());
                }
            }
        }
    }

    /** The people: ids of records that are together from so many bits on; ids and people in order. */
    public List<List<String>> people(double atLeast) {
        int[] person = IntStream.range(0, records.size()).toArray();
        for (Join join : joins) {
            if (join.bits() >= atLeast) {
                int first = Math.min(person[join.left()[0]], person[join.right()[0]]);
                Arrays.stream(join.left()).forEach(r -> person[r] = first);
                Arrays.stream(join.right()).forEach(r -> person[r] = first);
            }
        }
        TreeMap<Integer, List<String>> people = new TreeMap<>();
        for (int i = 0; i < person.length; i++) {
            people.computeIfAbsent(person[i], p -> new ArrayList<>())
                    .add(records.get(i).id());
        }
        return List.copyOf(people.values());
    }

    /** One line for each link: two ids and the bits to four places. The same for the same input, model and seed. */
    public String text() {
        List<String> lines = new ArrayList<>();
        eachLink((a, b, strength) ->
                lines.add(a.id() + "\t" + b.id() + "\t" + String.format(Locale.ROOT, "%.4f", strength)));
        lines.sort(Comparator.naturalOrder());
        return String.join("\n", lines) + "\n";
    }
}
