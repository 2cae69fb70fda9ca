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
        if (Math.max(a.length(), b.length()) > LONGEST) {
            return a.equals(b) ? 0 : Math.max(a.length(), b.length());
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    /** Jaro-Winkler similarity, 0 to 1 (Winkler 1990): kind to words that begin alike. */
    public static double likeness(String a, String b) {
        boolean compared = !a.isEmpty() && !b.isEmpty() && Math.max(a.length(), b.length()) <= LONGEST;
        return compared ? JARO_WINKLER.apply(a, b) : 0;
    }

    private static int least(int[][] d, String a, String b, int i, int j) {
        int exchange = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
