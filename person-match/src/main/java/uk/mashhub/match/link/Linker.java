package uk.mashhub.match.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.mashhub.match.weight.Frequencies;
import uk.mashhub.match.weight.Model;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Training;
import uk.mashhub.match.weight.Weigher;

/**
 * Links a batch of records. The same records, model, seed and markers give the same links to the last byte, in whatever
 * order the records come and on any number of threads.
 */
public final class Linker {
    private final Model start;
    private final long seed;
    private final Markers markers;

    public Linker(Model start, long seed, Markers markers) {
        this.start = start;
        this.seed = seed;
        this.markers = markers;
    }

    /** Puts together the records of one collection, in which a person may stand any number of times. */
    public Linked within(List<Profile> records) {
        return link(records, false);
    }

    /** Links the records of two sources that each hold a person once. */
    public Linked across(List<Profile> records) {
        return link(records, true);
    }

    private Linked link(List<Profile> given, boolean across) {
        List<Profile> records =
                given.stream().sorted(Comparator.comparing(Profile::id)).toList();
        if (records.stream().map(Profile::id).distinct().count() < records.size()) {
            throw new IllegalArgumentException("two records have one id");
        }
        Blocks blocks = Blocks.of(records, across);
        Model model = new Training(start, seed).learn(records, blocks, possible(records, across), corpus(records));
        Weigher weigher = new Weigher(model, Frequencies.of(records));
        Judge judge = new Judge(weigher, markers);
        double[] bits = Arrays.stream(blocks.pairs())
                .parallel()
                .mapToDouble(p -> judge.bits(records.get(Blocks.left(p)), records.get(Blocks.right(p))))
                .toArray();
        return new Linked(
                records, blocks, bits, joins(records, judge, edges(records, judge, blocks, bits), across), weigher);
    }

    private List<Clusters.Edge> edges(List<Profile> records, Judge judge, Blocks blocks, double[] bits) {
        long[] pairs = blocks.pairs();
        Stream<Clusters.Edge> found = IntStream.range(0, pairs.length)
                .parallel()
                .filter(i -> bits[i] > Clusters.FLOOR)
                .mapToObj(i -> edge(records, judge, Blocks.left(pairs[i]), Blocks.right(pairs[i])));
        if (markers.links().isEmpty()) {
            return found.toList();
        }
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, records.size())
                .forEach(i -> places.put(records.get(i).id(), i));
        Stream<Clusters.Edge> decided = markers.links().stream()
                .filter(m -> places.containsKey(m.left()) && places.containsKey(m.right()))
                .map(m -> edge(records, judge, places.getOrDefault(m.left(), 0), places.getOrDefault(m.right(), 0)));
        return Stream.concat(found, decided).distinct().toList();
    }

    private static Clusters.Edge edge(List<Profile> records, Judge judge, int a, int b) {
        Judge.Verdict verdict = judge.of(records.get(a), records.get(b));
        return new Clusters.Edge(verdict.bits(), Math.min(a, b), Math.max(a, b), verdict.most());
    }

    private static List<Join> joins(List<Profile> records, Judge judge, List<Clusters.Edge> edges, boolean across) {
        Stream<Join> joins = across
                ? BestLinks.of(edges).stream()
                : Components.of(records.size(), edges).parallelStream()
                        .flatMap(e -> new Clusters(records, judge).join(e).stream());
        return joins.sorted(Comparator.comparingDouble(Join::bits)
                        .reversed()
                        .thenComparing(j -> j.left()[0])
                        .thenComparing(j -> j.right()[0]))
                .toList();
    }

    private static double possible(List<Profile> records, boolean across) {
        double all = records.size() * (records.size() - 1.0) / 2;
        if (!across) {
            return all;
        }
        Map<String, Long> sources = new HashMap<>();
        records.forEach(r -> sources.merge(r.source(), 1L, Long::sum));
        return all
                - sources.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }

    /** SHA-256 over all that the records say. */
    private static String corpus(List<Profile> records) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            records.forEach(r -> digest.update(r.forDigest()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has SHA-256 (java.security.MessageDigest).
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
