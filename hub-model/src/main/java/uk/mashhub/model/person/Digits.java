package uk.mashhub.model.person;

import java.util.Locale;
import java.util.Objects;

/** Clean-up that all the number schemes share. */
final class Digits {
    private Digits() {}

    /** Word processors write no-break spaces and dashes where people typed spaces and hyphens. */
    static String strip(String raw, String kind) {
        Objects.requireNonNull(raw, kind);
        StringBuilder left = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!separates(c)) {
                left.append(c);
            }
        }
        return left.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean separates(char c) {
        return c >= '\t' && c <= '\r' || Character.isSpaceChar(c) || Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
