package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Links two sources that each hold a person once: the best pair first, and each record in one link at most. */
final class BestLinks {
    private BestLinks() {}

    static List<Join> of(List<Clusters.Edge> edges) {
        List<Join> joins = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (Clusters.Edge edge : edges.stream().sorted(Clusters.BEST).toList()) {
            if (edge.kept() > Clusters.FLOOR && !taken.contains(edge.left()) && !taken.contains(edge.right())) {
                taken.add(edge.left());
                taken.add(edge.right());
                joins.add(new Join(edge.kept(), new int[] {edge.left()}, new int[] {edge.right()}));
            }
        }
        return joins;
    }
}
