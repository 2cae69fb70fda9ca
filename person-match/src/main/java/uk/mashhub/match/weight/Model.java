package uk.mashhub.match.weight;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the engine has learnt: for each grade of each field how often it occurs among records of one person (m) and among
 * records of two (u), after Fellegi and Sunter (1969).
 *
 * @param version of the file format and of the grades
 * @param corpus SHA-256, in hex, of the records it was learnt from
 * @param seed of the sample from which u was taken
 * @param matchShare share of pairs, of all that could be made, that are of one person
 * @param certain weight in bits from which a link needs nobody to look, unless a guard says otherwise
 * @param review weight in bits from which somebody looks
 */
public record Model(
        String version,
        String corpus,
        long seed,
        double matchShare,
        double certain,
        double review,
        Map<Field, double[]> m,
        Map<Field, double[]> u) {
    /** The grades and fields of this release; a model of another version is refused. */
    public static final String VERSION = "2";

    private static final double LOG_2 = Math.log(2);

    public Model {
        if (!version.equals(VERSION)) {
            throw new IllegalArgumentException("the model is of version " + version + ", not " + VERSION);
        }
        if (!(matchShare > 0 && matchShare < 1) || !(review <= certain)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, and review is not above certain");
        }
        m = checked(m);
        u = checked(u);
    }

    private static Map<Field, double[]> checked(Map<Field, double[]> shares) {
        Map<Field, double[]> copy = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            double[] of = shares.get(field);
            if (of == null
                    || of.length != field.grades().size()
                    || !Arrays.stream(of).allMatch(p -> p > 0 && p <= 1)) {
                throw new IllegalArgumentException("a share above 0 is needed for each grade of " + field);
            }
            copy.put(field, of.clone());
        }
        return copy;
    }

    /** Evidence in bits: log2(m/u). Positive speaks for one person. */
    double bits(Field field, int grade) {
        return log2(shares(m, field)[grade] / shares(u, field)[grade]);
    }

    double u(Field field, int grade) {
        return shares(u, field)[grade];
    }

    double m(Field field, int grade) {
        return shares(m, field)[grade];
    }

    /** What is known before anything is compared, in bits. */
    public double priorBits() {
        return log2(matchShare / (1 - matchShare));
    }

    static double[] shares(Map<Field, double[]> of, Field field) {
        return java.util.Objects.requireNonNull(of.get(field), "every field has its shares");
    }

    static double log2(double x) {
        return Math.log(x) / LOG_2;
    }
}
