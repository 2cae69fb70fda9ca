package uk.mashhub.match;

/**
 * Whether two words may be one word misspelt: one slip, or two in a longer word that begins right. A slip is a letter
 * added, left out, exchanged or swapped with its neighbour (optimal string alignment distance).
 */
final class Spelling {
    private static final int SHORT = 4;
    /** Nobody's name; keeps hostile input from costing time. */
    private static final int LONGEST = 60;

    private Spelling() {}

    static boolean alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int allowed = shorter > SHORT && a.charAt(0) == b.charAt(0) ? 2 : 1;
        return shorter > 1 && longer <= LONGEST && longer - shorter <= allowed && slips(a, b) <= allowed;
    }

    private static int slips(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : least(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int least(int[][] d, String a, String b, int i, int j) {
        int exchange = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swap ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
