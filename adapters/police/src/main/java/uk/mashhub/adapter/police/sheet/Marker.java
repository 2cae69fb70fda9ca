package uk.mashhub.adapter.police.sheet;

import java.util.Arrays;
import java.util.Optional;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** Warning markers on a person. */
public final class Marker {
    private Marker() {}

    /**
     * The flag that a marker raises. A marker whose very existence is confidential (ViSOR, Delius register code AVIS,
     * covert sources) raises none and leaves no term: nothing of it passes this adapter. An unknown marker raises
     * UNKNOWN, which hides locations.
     */
    public static Optional<SafetyFlag> flag(String word, String place, Terms terms) {
        if (confidential(word) || covert(word)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (Words.canonical(word)) {
                    case "SAFE_ADDRESS", "REFUGE", "ADDRESS_CONFIDENTIAL" -> SafetyFlag.SAFE_ADDRESS;
                    case "PROTECTED_PERSON", "WITNESS_PROTECTION", "UKPPS" -> SafetyFlag.PROTECTED_PERSON;
                    case "RISK_TO_STAFF", "VIOLENT", "VIOLENCE", "WEAPONS", "FIREARMS" -> SafetyFlag.RISK_TO_STAFF;
                    default -> Words.in(SafetyFlag.class, word, place, terms);
                });
    }

    /** Whether the existence of a marker, or of a record of that kind or system, is itself confidential. */
    public static boolean confidential(String word) {
        return speaksOf(word, "VISOR", "AVIS", "CHIS");
    }

    /** Whether a system's name speaks of covert sources (Regulation of Investigatory Powers Act 2000 s26). */
    public static boolean covert(String word) {
        return speaksOf(word, "CHIS", "COVERT");
    }

    /** As a word of its own, or with points between its letters. Longer words are other words. */
    private static boolean speaksOf(String word, String... words) {
        String canonical = Words.canonical(word);
        return Arrays.stream(words)
                .anyMatch(w -> canonical.replace("_", "").equals(w)
                        || Arrays.asList(canonical.split("_")).contains(w));
    }
}
