package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.mashhub.match.weight.Profile;

/**
 * Records that hang together by edges. What is in two such sets never meets, so that each is put together alone, and
 * comes out the same whatever else there is.
 *
 * @param records their places, in the order of their ids
 * @param edges each between two places within {@code records}
 */
record Component(int[] records, List<Clusters.Edge> edges) {

    /** The sets that some edges make. */
    static List<Component> of(int records, List<Clusters.Edge> edges) {
        int[] parent = IntStream.range(0, records).toArray();
        edges.forEach(e -> unite(parent, e.left(), e.right()));
        // From here on roots are only read, by several threads.
        int[] roots = new int[records];
        Arrays.setAll(roots, i -> root(parent, i));
        List<Clusters.Edge> bySet = edges.parallelStream()
                .sorted(Comparator.comparingInt(e -> roots[e.left()]))
                .toList();
        List<List<Clusters.Edge>> sets = new ArrayList<>();
        for (int from = 0; from < bySet.size(); ) {
            int root = roots[bySet.get(from).left()];
            int to = from + 1;
            while (to < bySet.size() && roots[bySet.get(to).left()] == root) {
                to++;
            }
            sets.add(bySet.subList(from, to));
            from = to;
        }
        return sets.parallelStream().map(Component::among).toList();
    }

    /** One set, from all its edges. */
    private static Component among(List<Clusters.Edge> edges) {
        int[] records = edges.stream()
                .flatMapToInt(e -> IntStream.of(e.left(), e.right()))
                .sorted()
                .distinct()
                .toArray();
        return new Component(
                records,
                edges.stream()
                        .map(e -> new Clusters.Edge(
                                e.bits(),
                                Arrays.binarySearch(records, e.left()),
                                Arrays.binarySearch(records, e.right()),
                                e.most()))
                        .toList());
    }

    /**
     * What is put together, by the places of records among all.
     *
     * @param across the records are of two sources that each hold a person once
     */
    List<Join> joins(List<Profile> all, Judge judge, boolean across) {
        List<Profile> members = Arrays.stream(records).mapToObj(all::get).toList();
        List<Join> joins = across ? BestLinks.of(edges) : new Clusters(members, judge).join(edges);
        return joins.stream().map(j -> j.at(records)).toList();
    }

    private static int root(int[] parent, int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static void unite(int[] parent, int a, int b) {
        int rootA = root(parent, a);
        int rootB = root(parent, b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    @Override
    public String toString() {
        return "Component[" + records.length + " records]";
    }
}
