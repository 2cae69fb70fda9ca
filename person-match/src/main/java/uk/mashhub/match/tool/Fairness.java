package uk.mashhub.match.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.mashhub.match.link.Linked;
import uk.mashhub.match.weight.Profile;

/** Whether the links of some groups of people are missed more often than those of others. */
final class Fairness {
    private final Map<String, long[]> counts = new TreeMap<>();

    private Fairness() {}

    /**
     * For each group: pairs of one person, and the share of them missed by automatic links and from the review threshold
     * on; empty where the map names no group.
     */
    static List<Map<String, Object>> of(Records records, Linked linked, Truth truth, FieldMap map) {
        if (!map.names("group")) {
            return List.of();
        }
        Fairness fairness = new Fairness();
        Map<String, String> groups = new HashMap<>();
        records.rows().forEach((id, row) -> groups.put(id, map.value(row, "group")));
        List<Profile> all = records.profiles();
        truth.eachTruePair(all, (a, b) -> fairness.count(groups, a)[0]++);
        double certain = linked.weigher().model().certain();
        double review = linked.weigher().model().review();
        linked.eachLink((a, b, bits) -> {
            if (truth.same(a, b).orElse(false)) {
                long[] of = fairness.count(groups, a);
                of[1] += bits >= certain ? 1 : 0;
                of[2] += bits >= review ? 1 : 0;
            }
        });
        return fairness.table();
    }

    private long[] count(Map<String, String> groups, Profile of) {
        return counts.computeIfAbsent(groups.getOrDefault(of.id(), ""), g -> new long[3]);
    }

    private List<Map<String, Object>> table() {
        List<Map<String, Object>> table = new ArrayList<>();
        counts.forEach((group, n) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("group", group);
            row.put("truePairs", n[0]);
            row.put("missedByCertain", n[0] == 0 ? 0.0 : 1 - n[1] / (double) n[0]);
            row.put("missedByReview", n[0] == 0 ? 0.0 : 1 - n[2] / (double) n[0]);
            table.add(row);
        });
        return table;
    }
}
