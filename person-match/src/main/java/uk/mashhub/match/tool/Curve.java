package uk.mashhub.match.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall at every threshold.
 *
 * @param points the highest threshold first
 */
public record Curve(List<Point> points) {
    private static final double NEARLY_ALL = 0.999;

    public Curve {
        points = List.copyOf(points);
    }

    /** What holds if everything from a threshold on is linked. */
    public record Point(double threshold, double precision, double recall, long linked) {
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    /** A pair with its score and the truth. */
    record Scored(double bits, boolean same) {}

    /**
     * Counts.
     *
     * @param truePairs all pairs of one person, those that were never found included
     */
    static Curve of(List<Scored> scored, long truePairs) {
        List<Scored> ordered = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::bits).reversed())
                .toList();
        List<Point> points = new ArrayList<>();
        long right = 0;
        for (int i = 0; i < ordered.size(); i++) {
            right += ordered.get(i).same() ? 1 : 0;
            boolean last = i + 1 == ordered.size();
            if (last || ordered.get(i + 1).bits() != ordered.get(i).bits()) {
                points.add(new Point(
                        ordered.get(i).bits(),
                        right / (i + 1.0),
                        truePairs == 0 ? 0 : right / (double) truePairs,
                        i + 1L));
            }
        }
        return new Curve(points);
    }

    /** The threshold with the best F1; of equal ones the highest. */
    Point best() {
        return points.stream()
                .max(Comparator.comparingDouble(Point::f1).thenComparing(Point::threshold))
                .orElse(new Point(0, 0, 0, 0));
    }

    /** What holds at a threshold. */
    Point at(double threshold) {
        Point found = new Point(threshold, 1, 0, 0);
        for (Point point : points) {
            if (point.threshold() >= threshold) {
                found = point;
            }
        }
        return found;
    }

    /** The highest recall at which 999 of 1000 links are right. */
    double recallAtPrecision999() {
        return points.stream()
                .filter(p -> p.precision() >= NEARLY_ALL)
                .mapToDouble(Point::recall)
                .max()
                .orElse(0);
    }
}
