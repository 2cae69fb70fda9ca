package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.IntStream;
import uk.mashhub.match.weight.Profile;

/**
 * Puts records together, the best link first. Two groups join on what all their pairs say together, so that one strong
 * pair does not pull a crowd over a weak bridge: three quarters of the weight is the average pair's, one quarter the best
 * pair's. A single pair that is definitely of two people keeps the groups apart.
 */
final class Clusters {
    /** Below this nothing is put together, not even for somebody to look at. */
    static final double FLOOR = -5;

    private static final double BEST_PAIR = 0.25;

    /** Of edges that a guard has brought down to one level, the one that weighs most comes first. */
    static final Comparator<Edge> BEST = Clusters::better;

    private final List<Profile> records;
    private final Judge judge;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<Integer, Double> bits = new HashMap<>();
    private final Map<Integer, Map<Integer, Between>> near = new HashMap<>();
    private final PriorityQueue<Edge> queue = new PriorityQueue<>(BEST);
    private final List<Join> joins = new ArrayList<>();
    private int next;

    /**
     * Begins with each record alone.
     *
     * @param records of one connected set, ordered by id; groups that are put together are numbered on from theirs
     */
    Clusters(List<Profile> records, Judge judge) {
        this.records = records;
        this.judge = judge;
        this.next = records.size();
    }

    /**
     * One pair or one possible joining of two groups.
     *
     * @param bits by the weights alone
     * @param most what a guard leaves it
     */
    record Edge(double bits, int left, int right, double most) {
        double kept() {
            return Math.min(bits, most);
        }
    }

    /** What the pairs between two groups say: the sum, the best, and the least that a guard leaves to any. */
    private record Between(double sum, double best, double most) {
        Between and(Between other) {
            return new Between(sum + other.sum, Math.max(best, other.best), Math.min(most, other.most));
        }

        double bits(int pairs) {
            if (best == Judge.YES && sum != Judge.NO) {
                return Judge.YES;
            }
            return sum == Judge.NO ? Judge.NO : (1 - BEST_PAIR) * sum / pairs + BEST_PAIR * best;
        }
    }

    /** Written out: compared millions of times, and a chain of comparators would make an object of every number. */
    private static int better(Edge a, Edge b) {
        int order = Double.compare(b.kept(), a.kept());
        order = order != 0 ? order : Double.compare(b.bits(), a.bits());
        order = order != 0 ? order : Integer.compare(a.left(), b.left());
        return order != 0 ? order : Integer.compare(a.right(), b.right());
    }

    /** The joins that these edges lead to, the strongest first. */
    List<Join> join(List<Edge> edges) {
        for (Edge edge : edges) {
            begin(edge.left());
            begin(edge.right());
            enter(edge.left(), edge.right(), between(edge.bits(), edge.most()));
        }
        while (!queue.isEmpty()) {
            Edge best = queue.remove();
            if (members.containsKey(best.left()) && members.containsKey(best.right())) {
                merge(best);
            }
        }
        return joins;
    }

    private void begin(int record) {
        if (members.putIfAbsent(record, new int[] {record}) == null) {
            bits.put(record, Judge.YES);
            near.put(record, new HashMap<>());
        }
    }

    private void enter(int a, int b, Between between) {
        neighbours(a).put(b, between);
        neighbours(b).put(a, between);
        double together = between.bits(group(a).length * group(b).length);
        if (together > FLOOR) {
            queue.add(new Edge(together, Math.min(a, b), Math.max(a, b), between.most()));
        }
    }

    private void merge(Edge edge) {
        int a = edge.left();
        int b = edge.right();
        int merged = next++;
        double strength = Math.min(edge.kept(), Math.min(bits.getOrDefault(a, 0.0), bits.getOrDefault(b, 0.0)));
        joins.add(new Join(strength, group(a), group(b)));
        members.put(
                merged,
                IntStream.concat(Arrays.stream(group(a)), Arrays.stream(group(b)))
                        .toArray());
        bits.put(merged, strength);
        near.put(merged, new HashMap<>());
        TreeSet<Integer> others = new TreeSet<>(neighbours(a).keySet());
        others.addAll(neighbours(b).keySet());
        others.remove(a);
        others.remove(b);
        for (int other : others) {
            Between both = between(a, other).and(between(b, other));
            neighbours(other).remove(a);
            neighbours(other).remove(b);
            enter(merged, other, both);
        }
        List.of(a, b).forEach(gone -> {
            members.remove(gone);
            near.remove(gone);
        });
    }

    private Between between(int group, int other) {
        Between known = neighbours(group).get(other);
        return known != null ? known : weighed(group(group), group(other));
    }

    /** Pairs that share no key are weighed when their groups meet. */
    private Between weighed(int[] as, int[] bs) {
        Between sum = new Between(0, Judge.NO, Judge.YES);
        for (int a : as) {
            for (int b : bs) {
                Judge.Verdict pair = judge.of(records.get(a), records.get(b));
                sum = sum.and(between(pair.bits(), pair.most()));
            }
        }
        return sum;
    }

    private static Between between(double pair, double most) {
        return new Between(Judge.bounded(pair), pair == Judge.YES ? Judge.YES : Judge.bounded(pair), most);
    }

    private int[] group(int id) {
        return members.getOrDefault(id, new int[0]);
    }

    private Map<Integer, Between> neighbours(int id) {
        return near.getOrDefault(id, new HashMap<>());
    }
}
