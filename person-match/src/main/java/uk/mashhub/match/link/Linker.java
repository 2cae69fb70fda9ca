package uk.mashhub.match.link;

import java.util.Comparator;
import java.util.HashMap;
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
    private final Teacher teacher;
    private final Markers markers;

    private Linker(Teacher teacher, Markers markers) {
        this.teacher = teacher;
        this.markers = markers;
    }

    /** Learns the weights, and how common each value is, from the records that it links. */
    public Linker(Model start, long seed, Markers markers) {
        this(
                (records, blocks, across) -> new Weigher(
                        new Training(start, seed)
                                .learn(records, blocks, possible(records, across), Corpus.hash(records)),
                        Frequencies.of(records)),
                markers);
    }

    /** Links by what was learnt before, as {@link IncrementalLinks} does. */
    public Linker(Weigher weigher, Markers markers) {
        this((records, blocks, across) -> weigher, markers);
    }

    /** Where the weights come from. */
    private interface Teacher {
        Weigher weigher(List<Profile> records, Blocks blocks, boolean across);
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
        List<Profile> records = ordered(given);
        Blocks blocks = Blocks.of(records, across);
        Weigher weigher = teacher.weigher(records, blocks, across);
        Judge judge = new Judge(weigher, markers);
        List<Join> joins = Component.of(records.size(), edges(records, judge, blocks)).parallelStream()
                .flatMap(c -> c.joins(records, judge, across).stream())
                .sorted(Join.STRONGEST)
                .toList();
        return new Linked(new Groups(records, joins), blocks, judge);
    }

    private static List<Profile> ordered(List<Profile> given) {
        List<Profile> records =
                given.parallelStream().sorted(Comparator.comparing(Profile::id)).toList();
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i - 1).id().equals(records.get(i).id())) {
                throw new IllegalArgumentException("two records have one id");
            }
        }
        return records;
    }

    private List<Clusters.Edge> edges(List<Profile> records, Judge judge, Blocks blocks) {
        Stream<Clusters.Edge> found = IntStream.range(0, blocks.count())
                .parallel()
                .boxed()
                .mapMulti((block, edges) -> blocks.each(block, (a, b) -> {
                    // The earlier first; of most pairs nothing is kept.
                    Judge.Verdict verdict = judge.of(records.get(a), records.get(b));
                    if (verdict.kept() > Clusters.FLOOR) {
                        edges.accept(new Clusters.Edge(verdict.bits(), a, b, verdict.most()));
                    }
                }));
        if (markers.links().isEmpty()) {
            return found.toList();
        }
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, records.size())
                .forEach(i -> places.put(records.get(i).id(), i));
        Stream<Clusters.Edge> decided = markers.links().stream()
                .filter(m -> places.containsKey(m.left()) && places.containsKey(m.right()))
                .map(m -> judge.edge(records, places.getOrDefault(m.left(), 0), places.getOrDefault(m.right(), 0)));
        return Stream.concat(found, decided).distinct().toList();
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
}
