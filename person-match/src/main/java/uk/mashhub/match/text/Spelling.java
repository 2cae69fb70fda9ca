package uk.mashhub.match.text;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Whether two words may be one word misspelt: one slip, or two in a longer word that begins right. A slip is a letter
 * added, left out, exchanged or swapped with its neighbour (optimal string alignment distance).
 */
public final class Spelling {
    private static final int SHORT = 4;
    /** Nobody's name; keeps hostile input from costing time. */
    private static final int LONGEST = 60;

    /** Jaro-Winkler counts so many first letters, each by so much of what is missing (Winkler 1990). */
    private static final int PREFIX = 4;

    private static final double PREFIX_WEIGHT = 0.1;
    private static final double ROUNDING = 1e-9;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private Spelling() {}

    /** Whether one word may be the other misspelt. */
    public static boolean alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int allowed = shorter > SHORT && a.charAt(0) == b.charAt(0) ? 2 : 1;
        return shorter > 1 && longer <= LONGEST && longer - shorter <= allowed && slips(a, b) <= allowed;
    }

    /** How many slips lie between two words; the longer length where a word is too long to be a name. */
    public static int slips(String a, String b) {
        return slips(a, b, LONGEST);
    }

    /** The same, but where there are more slips than the limit, one more than the limit: sooner told. */
    public static int slips(String a, String b, int limit) {
        int longer = Math.max(a.length(), b.length());
        if (longer > LONGEST) {
            return a.equals(b) ? 0 : Math.min(longer, limit + 1);
        }
        int from = 0;
        int endA = a.length();
        int endB = b.length();
        while (from < endA && from < endB && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int shorter = Math.min(endA, endB) - from;
        int rest = Math.max(endA, endB) - from;
        if (shorter == 0 || rest - shorter > limit) {
            return Math.min(rest, limit + 1);
        }
        if (rest <= 2) {
            // Neither the first letters agree nor the last: nothing but a swap, or every letter exchanged.
            boolean swap = shorter == 2 && a.charAt(from) == b.charAt(endB - 1) && a.charAt(endA - 1) == b.charAt(from);
            return Math.min(swap ? 1 : rest, limit + 1);
        }
        if (limit < 2) {
            return limit + 1;
        }
        // A slip mends one letter at most, so that there are as many slips as letters without a partner.
        return rest - common(a, from, endA, b, from, endB) > limit
                ? limit + 1
                : between(a.substring(from, endA), b.substring(from, endB), limit);
    }

    private static int between(String a, String b, int limit) {
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int leastBefore = 0;
        for (int i = 0; i <= a.length(); i++) {
            int least = Integer.MAX_VALUE;
            for (int j = 0; j <= b.length(); j++) {
                row[j] = i == 0 || j == 0 ? i + j : least(twoBefore, before, row, a, b, i, j);
                least = Math.min(least, row[j]);
            }
            // A swap looks two rows back, so that one row above the limit is not enough.
            if (least > limit && leastBefore > limit) {
                return limit + 1;
            }
            leastBefore = least;
            int[] oldest = twoBefore;
            twoBefore = before;
            before = row;
            row = oldest;
        }
        return Math.min(before[b.length()], limit + 1);
    }

    /** Jaro-Winkler similarity, 0 to 1 (Winkler 1990): kind to words that begin alike. */
    public static double likeness(String a, String b) {
        boolean compared = !a.isEmpty() && !b.isEmpty() && Math.max(a.length(), b.length()) <= LONGEST;
        return compared ? JARO_WINKLER.apply(a, b) : 0;
    }

    /** The same, or 0 where it is certainly below the least asked for: sooner told. */
    public static double likeness(String a, String b, double least) {
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (shorter == 0 || longer > LONGEST) {
            return 0;
        }
        int same = 0;
        while (same < Math.min(shorter, PREFIX) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        double found = common(a, 0, a.length(), b, 0, b.length());
        double most = (found / longer + found / shorter + 1) / 3;
        return most + same * PREFIX_WEIGHT * (1 - most) < least - ROUNDING ? 0 : JARO_WINKLER.apply(a, b);
    }

    /** How many letters two parts share, in whatever order; neither is longer than a number has bits. */
    private static int common(String a, int fromA, int endA, String b, int fromB, int endB) {
        long taken = 0;
        for (int i = fromA; i < endA; i++) {
            char letter = a.charAt(i);
            for (int j = fromB; j < endB; j++) {
                long place = 1L << j - fromB;
                if (b.charAt(j) == letter && (taken & place) == 0) {
                    taken |= place;
                    break;
                }
            }
        }
        return Long.bitCount(taken);
    }

    private static int least(int[] twoBefore, int[] before, int[] row, String a, String b, int i, int j) {
        int exchange = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(before[j], row[j - 1]));
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, twoBefore[j - 2] + 1) : best;
    }
}
