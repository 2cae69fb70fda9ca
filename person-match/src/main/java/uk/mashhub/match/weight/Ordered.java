package uk.mashhub.match.weight;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Puts what was learnt of the grades of a field in the order of nearness: where few records show a grade, chance may make a
 * near one speak more against two records than a far one. Neighbours that stand the wrong way round are taken as one, again
 * and again until none do (pooling of adjacent violators: Ayer, Brunk, Ewing, Reid and Silverman 1955), which is the likeliest
 * order-keeping m for the u that was measured.
 */
final class Ordered {
    private Ordered() {}

    /** Grades that count as one, by their places, with the shares of all. */
    private record Pool(List<Integer> grades, double m, double u) {
        Pool and(Pool next) {
            List<Integer> all = new java.util.ArrayList<>(grades);
            all.addAll(next.grades);
            return new Pool(all, m + next.m, u + next.u);
        }

        double ratio() {
            return m / u;
        }

        @Override
        public String toString() {
            return "Pool" + grades;
        }
    }

    /**
     * Puts m in order; u stays as it is.
     *
     * @return m whose shares add up to what they did, and of which m/u falls, or stays, from near to far
     */
    static Map<Field, double[]> of(Map<Field, double[]> m, Map<Field, double[]> u) {
        Map<Field, double[]> ordered = new EnumMap<>(Field.class);
        m.forEach((field, shares) -> ordered.put(field, of(field, shares, Model.shares(u, field))));
        return ordered;
    }

    private static double[] of(Field field, double[] m, double[] u) {
        Deque<Pool> pools = new ArrayDeque<>();
        for (Grade grade : field.fromNear()) {
            int at = field.grade(grade);
            Pool next = new Pool(List.of(at), m[at], u[at]);
            while (!pools.isEmpty() && pools.getLast().ratio() < next.ratio()) {
                next = pools.removeLast().and(next);
            }
            pools.addLast(next);
        }
        double[] ordered = m.clone();
        for (Pool pool : pools) {
            if (pool.grades().size() > 1) {
                pool.grades().forEach(at -> ordered[at] = Math.min(1, u[at] * pool.ratio()));
            }
        }
        return ordered;
    }
}
