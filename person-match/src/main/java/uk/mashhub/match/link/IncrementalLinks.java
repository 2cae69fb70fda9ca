package uk.mashhub.match.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.mashhub.match.KeyTable;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

/**
 * Records of one collection that come in batches, linked to the last byte as {@link Linker#within} links them all at once
 * with the same weights: one batch or fifty, in any order. That holds because which links there are follows from the set
 * of records alone. Weights and frequencies come from a model file and are not learnt from what arrives; how many records
 * may share a key does not depend on how many there are; and what hangs together by no edge never meets, so that a batch
 * puts together anew only the groups that it touches.
 *
 * <p>Not safe for use by several threads.
 */
public final class IncrementalLinks {
    private final Judge judge;
    private final Markers markers;
    private final KeyTable holders = new KeyTable();
    private final List<Profile> records = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** By record: its edges, by the place of the other record. */
    private final List<Map<Integer, Clusters.Edge>> edges = new ArrayList<>();

    /** By record: the earliest place of those that hang together with it, under which their joins are kept. */
    private final List<Integer> sets = new ArrayList<>();

    private final Map<Integer, List<Join>> joins = new HashMap<>();

    /** Whose edges the batch at hand has changed. */
    private final TreeSet<Integer> touched = new TreeSet<>();

    public IncrementalLinks(Weigher weigher, Markers markers) {
        this.judge = new Judge(weigher, markers);
        this.markers = markers;
    }

    /**
     * Takes a batch in and links it with all that came before.
     *
     * @throws IllegalArgumentException if two records have one id; then none of the batch is taken in
     */
    public void add(List<Profile> batch) {
        long ids = batch.stream().map(Profile::id).distinct().count();
        if (ids < batch.size() || batch.stream().anyMatch(r -> places.containsKey(r.id()))) {
            throw new IllegalArgumentException("two records have one id");
        }
        batch.forEach(this::enter);
        decided();
        List<int[]> changed = changed();
        touched.forEach(r -> joins.remove(sets.get(r)));
        changed.forEach(this::putTogether);
        touched.clear();
    }

    /** The people: ids of records that are together from so many bits on; ids and people in order. */
    public List<List<String>> people(double atLeast) {
        return groups().people(atLeast);
    }

    /** One line for each link, as {@link Linked#text()} writes them. */
    public String text() {
        return groups().text();
    }

    private void enter(Profile record) {
        int place = records.size();
        places.put(record.id(), place);
        records.add(record);
        edges.add(new TreeMap<>());
        sets.add(place);
        touched.add(place);
        TreeSet<Integer> near = new TreeSet<>();
        for (long key : BatchKeys.of(record)) {
            List<Integer> found = new ArrayList<>();
            int most = BatchKeys.most(key);
            if (holders.crowded(slot(key), most, found::add)) {
                continue;
            }
            holders.add(slot(key), place);
            if (found.size() == most) {
                withdraw(found);
            } else {
                near.addAll(found);
            }
        }
        near.forEach(other -> weigh(place, other));
    }

    /** Keys stand in the upper bits; the table looks at the lower ones. */
    private static long slot(long key) {
        return key >>> BatchKeys.PLACE_BITS;
    }

    private void weigh(int a, int b) {
        if (!edges.get(a).containsKey(b)) {
            Clusters.Edge edge = edge(a, b);
            if (edge.kept() > Clusters.FLOOR) {
                edges.get(a).put(b, edge);
                edges.get(b).put(a, edge);
                touched.add(a);
                touched.add(b);
            }
        }
    }

    /** Two records are compared in the order of their ids, whichever came first. */
    private Clusters.Edge edge(int a, int b) {
        boolean ordered = records.get(a).id().compareTo(records.get(b).id()) < 0;
        Judge.Verdict verdict = judge.of(records.get(ordered ? a : b), records.get(ordered ? b : a));
        return new Clusters.Edge(verdict.bits(), ordered ? a : b, ordered ? b : a, verdict.most());
    }

    /** A key has become crowded: pairs that shared no other are no pairs any more. */
    private void withdraw(List<Integer> crowd) {
        for (int a : crowd) {
            for (int b : crowd) {
                if (a < b && edges.get(a).containsKey(b) && !shareKey(a, b)) {
                    edges.get(a).remove(b);
                    edges.get(b).remove(a);
                    touched.add(a);
                    touched.add(b);
                }
            }
        }
    }

    private boolean shareKey(int a, int b) {
        long[] others = BatchKeys.of(records.get(b));
        return Arrays.stream(BatchKeys.of(records.get(a)))
                .filter(k -> Arrays.binarySearch(others, k) >= 0)
                .anyMatch(k -> !holders.crowded(slot(k), BatchKeys.most(k), place -> {}));
    }

    /** What people have linked is compared whether or not it shares a key. */
    private void decided() {
        for (Marker marker : markers.links()) {
            Integer a = places.get(marker.left());
            Integer b = places.get(marker.right());
            if (a != null && b != null) {
                weigh(a, b);
            }
        }
    }

    /** The sets of records that hang together and have a touched one among them. */
    private List<int[]> changed() {
        List<int[]> found = new ArrayList<>();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int from : touched) {
            if (seen.add(from)) {
                IntStream.Builder set = IntStream.builder();
                ArrayDeque<Integer> next = new ArrayDeque<>(List.of(from));
                while (!next.isEmpty()) {
                    int at = next.remove();
                    set.add(at);
                    edges.get(at).keySet().stream().filter(seen::add).forEach(next::add);
                }
                found.add(set.build().sorted().toArray());
            }
        }
        return found;
    }

    private void putTogether(int[] set) {
        int[] byId = IntStream.of(set)
                .boxed()
                .sorted(Comparator.comparing(r -> records.get(r).id()))
                .mapToInt(r -> r)
                .toArray();
        Map<Integer, Integer> rank = new HashMap<>();
        IntStream.range(0, byId.length).forEach(i -> rank.put(byId[i], i));
        List<Clusters.Edge> among = IntStream.of(byId)
                .boxed()
                .flatMap(r -> edges.get(r).values().stream().filter(e -> e.left() == r))
                .map(e -> new Clusters.Edge(e.bits(), at(rank, e.left()), at(rank, e.right()), e.most()))
                .toList();
        IntStream.of(set).forEach(r -> sets.set(r, set[0]));
        joins.put(set[0], new Component(byId, among).joins(records, judge, false));
    }

    private Groups groups() {
        int[] byId = places.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(Map.Entry::getValue)
                .toArray();
        int[] rank = new int[byId.length];
        IntStream.range(0, byId.length).forEach(i -> rank[byId[i]] = i);
        return new Groups(
                IntStream.of(byId).mapToObj(records::get).toList(),
                joins.values().stream()
                        .flatMap(List::stream)
                        .map(j -> j.at(rank))
                        .sorted(Join.STRONGEST)
                        .toList());
    }

    private static int at(Map<Integer, Integer> rank, int record) {
        return Objects.requireNonNull(rank.get(record), "an edge stays within its set");
    }
}
