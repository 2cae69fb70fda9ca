package uk.mashhub.hub.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Could somebody who measures tell two situations apart? The two-sample Kolmogorov-Smirnov statistic with its p-value by
 * permutation, which assumes nothing of the distributions, ties included (Good, Permutation, Parametric and Bootstrap Tests of
 * Hypotheses, 3rd ed., 3.2), and as effect size the share of right guesses.
 */
final class SilenceSamples {
    private static final int PERMUTATIONS = 2_000;
    private static final long SEED = 20_261_122;

    private SilenceSamples() {}

    /**
     * What a comparison says.
     *
     * @param distance the greatest difference of the two distribution functions, 0 to 1
     * @param p how often samples that were dealt out at random are at least as far apart
     * @param guess how often somebody is right who is given a value of each and says which is which by their order: 0.5 is
     *     tossing a coin
     */
    record Compared(double medianOne, double medianOther, double distance, double p, double guess) {
        Map<String, Object> report() {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("medians", new double[] {rounded(medianOne), rounded(medianOther)});
            report.put("distance", rounded(distance));
            report.put("p", p < 0.001 ? p : rounded(p));
            report.put("guess", rounded(guess));
            return report;
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }

    /** Compares; neither may be empty. */
    static Compared compare(double[] one, double[] other) {
        int[] labels = new int[one.length + other.length];
        double[] values = pooled(one, other, labels);
        double seen = distance(values, labels, one.length);
        Random random = new Random(SEED);
        int asFar = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            shuffle(labels, random);
            if (distance(values, labels, one.length) >= seen - 1e-12) {
                asFar++;
            }
        }
        return new Compared(median(one), median(other), seen, (asFar + 1.0) / (PERMUTATIONS + 1.0), guess(one, other));
    }

    /** All values in order; {@code labels} says of each whether it is of the first sample (1) or of the other (0). */
    private static double[] pooled(double[] one, double[] other, int[] labels) {
        double[][] all = new double[one.length + other.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < one.length ? new double[] {one[i], 1} : new double[] {other[i - one.length], 0};
        }
        Arrays.sort(all, (a, b) -> Double.compare(a[0], b[0]));
        double[] values = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = all[i][0];
            labels[i] = (int) all[i][1];
        }
        return values;
    }

    private static double distance(double[] values, int[] labels, int ones) {
        double others = (double) values.length - ones;
        double most = 0;
        int seenOnes = 0;
        for (int i = 0; i < values.length; i++) {
            seenOnes += labels[i];
            // Equal values are one step of both functions.
            if (i + 1 == values.length || values[i + 1] > values[i]) {
                most = Math.max(most, Math.abs(seenOnes / (double) ones - (i + 1 - seenOnes) / others));
            }
        }
        return most;
    }

    private static void shuffle(int[] labels, Random random) {
        for (int i = labels.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = labels[i];
            labels[i] = labels[j];
            labels[j] = kept;
        }
    }

    /** The better of two guesses: that the first sample's values are the greater, or the other's. */
    private static double guess(double[] one, double[] other) {
        double greater = 0;
        for (double a : one) {
            for (double b : other) {
                greater += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        double share = greater / ((double) one.length * other.length);
        return Math.max(share, 1 - share);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
