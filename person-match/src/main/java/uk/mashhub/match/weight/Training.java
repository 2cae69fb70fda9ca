package uk.mashhub.match.weight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns a model from records of which nobody has said who is who: u from pairs taken at random, m by expectation
 * maximisation (Dempster, Laird and Rubin 1977) over the pairs that share a key. The model started from weighs in, so
 * that a field hardly filled keeps the weights it had; what is learnt of near and far is put in order ({@link Ordered}).
 * The same records, in any order, on any number of threads, give the same model.
 */
public final class Training {
    private static final Field[] FIELDS = Field.values();
    private static final int RANDOM_PAIRS = 200_000;
    private static final int ROUNDS = 60;
    private static final double SETTLED = 1e-5;

    /** As how many pairs the model started from counts. */
    private static final double START_M = 60;

    private static final double START_U = 30;

    private final Model start;
    private final long seed;

    public Training(Model start, long seed) {
        this.start = start;
        this.seed = seed;
    }

    /**
     * Learns.
     *
     * @param pairs which records share a key
     * @param possiblePairs how many pairs could be made of the records at all
     */
    public Model learn(List<Profile> records, CandidatePairs pairs, double possiblePairs, String corpus) {
        Map<Field, double[]> u = randomShares(records, pairs);
        TreeMap<Long, Long> patterns = pairs.patterns(records);
        return maximise(patterns, u, possiblePairs, corpus);
    }

    private Map<Field, double[]> randomShares(List<Profile> records, CandidatePairs pairs) {
        Map<Field, double[]> counts = smoothed(start.u(), START_U);
        if (records.size() < 2) {
            return normal(counts);
        }
        List<Profile> ordered =
                records.stream().sorted(Comparator.comparing(Profile::id)).toList();
        SplittableRandom random = new SplittableRandom(seed);
        long draws = Math.min(RANDOM_PAIRS, records.size() * (records.size() - 1L) / 2);
        long[] drawn = random.longs(draws).toArray();
        Map<Long, Long> patterns = Arrays.stream(drawn)
                .parallel()
                .mapToObj(r -> pair(ordered, r, pairs))
                .collect(java.util.stream.Collectors.groupingByConcurrent(
                        p -> p, java.util.stream.Collectors.counting()));
        patterns.forEach((pattern, n) -> {
            if (pattern >= 0) {
                add(counts, Comparison.grades(pattern), n);
            }
        });
        // Two people never have one number by chance: a few pairs of one person in the sample would drown what is
        // known.
        for (Field field : FIELDS) {
            if (field.identifier()) {
                counts.put(field, Model.shares(start.u(), field).clone());
            }
        }
        return normal(counts);
    }

    private static long pair(List<Profile> records, long drawn, CandidatePairs pairs) {
        int a = (int) Long.remainderUnsigned(drawn, records.size());
        int b = (int) Long.remainderUnsigned(Long.divideUnsigned(drawn, records.size()), records.size());
        boolean usable = a != b && pairs.mayPair(records.get(a), records.get(b));
        return usable ? Comparison.of(records.get(a), records.get(b)).pattern() : -1;
    }

    private Model maximise(TreeMap<Long, Long> patterns, Map<Field, double[]> u, double possiblePairs, String corpus) {
        Map<Field, double[]> m = bounded(normal(smoothed(start.m(), 1)));
        Map<Field, double[]> v = normal(smoothed(u, 1));
        List<Pattern> seen = patterns.entrySet().stream()
                .map(e -> new Pattern(Comparison.grades(e.getKey()), e.getValue()))
                .toList();
        double share = 0.2;
        double total = patterns.values().stream().mapToLong(Long::longValue).sum();
        double matched = 0;
        for (int round = 0; round < ROUNDS && total > 0; round++) {
            Map<Field, double[]> nextM = smoothed(start.m(), START_M);
            Map<Field, double[]> nextV = smoothed(u, START_U);
            matched = 0;
            double[][] logOdds = logOdds(m, v);
            for (Pattern pattern : seen) {
                double p = posterior(pattern.grades(), logOdds, share);
                matched += p * pattern.pairs();
                add(nextM, pattern.grades(), p * pattern.pairs());
                add(nextV, pattern.grades(), (1 - p) * pattern.pairs());
            }
            double moved = Math.abs(share - matched / total);
            share = Math.min(0.999, Math.max(1e-6, matched / total));
            m = bounded(normal(nextM));
            v = normal(nextV);
            if (moved < SETTLED) {
                break;
            }
        }
        m = Ordered.of(m, u);
        double matchShare = matchShare(seen, logOdds(m, u), Math.max(matched, 1), Math.max(possiblePairs, 2));
        return new Model(Model.VERSION, corpus, seed, matchShare, start.certain(), start.review(), m, u);
    }

    /**
     * Share of pairs, of all that could be made, that are of one person. Among pairs that share a key, households look
     * like people, the more so the more records there are; beside pairs taken at random they do not. So the share is
     * asked of u, again and again until what it says and what follows from it agree.
     */
    private static double matchShare(List<Pattern> seen, double[][] logOdds, double first, double possiblePairs) {
        double matched = first;
        for (int round = 0; round < ROUNDS; round++) {
            double share = Math.min(0.5, matched / possiblePairs);
            matched = Math.max(
                    1,
                    seen.stream()
                            .mapToDouble(p -> posterior(p.grades(), logOdds, share) * p.pairs())
                            .sum());
        }
        return Math.min(0.5, matched / possiblePairs);
    }

    /** How the two compare, and of how many pairs. */
    private record Pattern(byte[] grades, double pairs) {
        @Override
        public String toString() {
            return "Pattern[" + pairs + " pairs]";
        }
    }

    /** By the place of the field and the grade. */
    private static double[][] logOdds(Map<Field, double[]> m, Map<Field, double[]> v) {
        return Arrays.stream(FIELDS)
                .map(f -> IntStream.range(0, f.grades().size())
                        .mapToDouble(g -> Math.log(Model.shares(m, f)[g] / Model.shares(v, f)[g]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The probability that a pair is of one person. Brothers and sisters agree in so much that left to itself the method
     * learns households instead of people: where forename and date of birth both differ, or NHS numbers do, it is told.
     */
    private static double posterior(byte[] grades, double[][] logOdds, double share) {
        if (differ(grades, Field.FORENAME) && differ(grades, Field.BORN) || differ(grades, Field.NHS_NUMBER)) {
            return 0;
        }
        double odds = Math.log(share / (1 - share));
        for (int i = 0; i < FIELDS.length; i++) {
            if (grades[i] >= 0) {
                odds += logOdds[i][grades[i]];
            }
        }
        return 1 / (1 + Math.exp(-odds));
    }

    private static boolean differ(byte[] grades, Field field) {
        int grade = grades[field.ordinal()];
        return grade >= 0 && (grade == field.grade(Grade.DIFFERENT) || grade == field.grade(Grade.YEAR));
    }

    private static void add(Map<Field, double[]> counts, byte[] grades, double n) {
        for (int i = 0; i < FIELDS.length; i++) {
            if (grades[i] >= 0) {
                Model.shares(counts, FIELDS[i])[grades[i]] += n;
            }
        }
    }

    private static Map<Field, double[]> smoothed(Map<Field, double[]> shares, double weight) {
        Map<Field, double[]> counts = new EnumMap<>(Field.class);
        shares.forEach(
                (f, of) -> counts.put(f, Arrays.stream(of).map(p -> p * weight).toArray()));
        return counts;
    }

    /** Brings the share that differs within its bounds, at the cost or to the good of all other grades. */
    private static Map<Field, double[]> bounded(Map<Field, double[]> shares) {
        shares.forEach((field, of) -> {
            int differs = of.length - 1;
            double share = Math.min(field.mostDifferent(), Math.max(field.leastDifferent(), of[differs]));
            double others = 1 - of[differs];
            for (int i = 0; i < differs; i++) {
                of[i] = Math.max(1e-9, of[i] / others * (1 - share));
            }
            of[differs] = share;
        });
        return shares;
    }

    private static Map<Field, double[]> normal(Map<Field, double[]> counts) {
        counts.values().forEach(of -> {
            double sum = Arrays.stream(of).sum();
            for (int i = 0; i < of.length; i++) {
                of[i] = Math.max(of[i] / sum, 1e-9);
            }
        });
        return counts;
    }
}
