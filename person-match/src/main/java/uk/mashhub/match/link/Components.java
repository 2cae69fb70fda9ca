package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Sets of records that hang together by edges; what is in two sets need not be looked at together. */
final class Components {
    private final int[] parent;

    private Components(int records) {
        this.parent = java.util.stream.IntStream.range(0, records).toArray();
    }

    /** The edges of each set, the set with the earliest record first. */
    static List<List<Clusters.Edge>> of(int records, List<Clusters.Edge> edges) {
        Components sets = new Components(records);
        edges.forEach(e -> sets.unite(e.left(), e.right()));
        TreeMap<Integer, List<Clusters.Edge>> bySet = new TreeMap<>();
        edges.forEach(e -> bySet.computeIfAbsent(sets.root(e.left()), r -> new ArrayList<>())
                .add(e));
        return List.copyOf(bySet.values());
    }

    private int root(int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void unite(int a, int b) {
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}
