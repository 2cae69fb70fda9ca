package uk.mashhub.model.person;

import java.util.Locale;
import java.util.Objects;

/** Clean-up that all the number schemes share. */
final class Digits {
    private Digits() {}

    static String strip(String raw, String kind) {
        Objects.requireNonNull(raw, kind);
        // Word processors write no-break spaces and dashes where people typed spaces and hyphens.
        return raw.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }
}
