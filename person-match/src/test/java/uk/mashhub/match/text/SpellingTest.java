package uk.mashhub.match.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpellingTest {
    /** Against the whole table, for words of few letters, so that every kind of slip meets every other. */
    @Test
    void countsSlipsAsTheWholeTableDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            int expected = table(a, b);
            assertThat(Spelling.slips(a, b)).as("%s %s", a, b).isEqualTo(expected);
            for (int limit = 0; limit <= 3; limit++) {
                assertThat(Spelling.slips(a, b, limit))
                        .as("%s %s at most %d", a, b, limit)
                        .isEqualTo(Math.min(expected, limit + 1));
            }
        }
    }

    /** What is told sooner is told right: the likeness itself wherever it reaches the least asked for. */
    @Test
    void leavesOutNoLikenessThatReachesTheLeastAskedFor() {
        Random random = new Random(6);
        int reached = 0;
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            double likeness = Spelling.likeness(a, b);
            for (double least : new double[] {0.6, 0.8, 0.92}) {
                double told = Spelling.likeness(a, b, least);
                reached += likeness >= least ? 1 : 0;
                assertThat(told).as("%s %s %s", a, b, least).isIn(likeness, likeness < least ? 0.0 : likeness);
            }
        }
        assertThat(reached).isGreaterThan(5_000);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /** Optimal string alignment distance, as defined. */
    private static int table(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                d[i][j] = Math.min(
                        d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                        1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
