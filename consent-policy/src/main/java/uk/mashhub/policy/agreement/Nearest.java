package uk.mashhub.policy.agreement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word that somebody probably meant: fewest single-letter changes (Levenshtein 1966), letter case ignored. */
final class Nearest {
    private Nearest() {}

    /** The nearest of some words; empty if none is near. */
    static String to(String word, Collection<String> words) {
        return words.stream()
                .filter(w -> distance(word, w) <= Math.max(2, w.length() / 3))
                .min(Comparator.comparingInt((String w) -> distance(word, w)).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
