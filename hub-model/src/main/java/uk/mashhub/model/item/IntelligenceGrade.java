package uk.mashhub.model.item;

import java.util.Objects;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.InformationAssessment;
import uk.mashhub.model.vocabulary.SourceEvaluation;

/** A 3x5x2 intelligence grade (College of Policing, intelligence management). Legacy 5x5x5 grades are mapped. */
public record IntelligenceGrade(
        SourceEvaluation source, InformationAssessment information, HandlingCode handling, String original) {
    public IntelligenceGrade {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(information, "information");
        Objects.requireNonNull(handling, "handling");
        Objects.requireNonNull(original, "original");
    }

    /** For an item that is not intelligence. */
    public static IntelligenceGrade none() {
        return new IntelligenceGrade(
                SourceEvaluation.UNKNOWN, InformationAssessment.UNKNOWN, HandlingCode.NOT_GRADED, "");
    }

    /**
     * Reads {@code 1AP}, {@code 2-D-C} (3x5x2) or {@code B24} (5x5x5: source letter, intelligence digit, handling digit).
     * Legacy handling 1 to 3 reads as P; 4, 5 and whatever is not understood as C or UNKNOWN, never as P.
     */
    public static IntelligenceGrade of(String text) {
        String t = text.replaceAll("[\\s/-]", "").toUpperCase(java.util.Locale.ROOT);
        if (t.matches("[123][A-E][PC]")) {
            return new IntelligenceGrade(
                    SourceEvaluation.values()[t.charAt(0) - '1'],
                    InformationAssessment.valueOf(t.substring(1, 2)),
                    HandlingCode.valueOf(t.substring(2)),
                    text);
        }
        if (t.matches("[A-E][1-5][1-5]")) {
            return new IntelligenceGrade(
                    legacySource(t.charAt(0)), legacyInformation(t.charAt(1)), legacyHandling(t.charAt(2)), text);
        }
        return new IntelligenceGrade(
                SourceEvaluation.UNKNOWN, InformationAssessment.UNKNOWN, HandlingCode.UNKNOWN, text);
    }

    private static SourceEvaluation legacySource(char c) {
        return switch (c) {
            case 'A', 'B' -> SourceEvaluation.RELIABLE;
            case 'C', 'D' -> SourceEvaluation.NOT_RELIABLE;
            default -> SourceEvaluation.UNTESTED;
        };
    }

    private static InformationAssessment legacyInformation(char c) {
        return switch (c) {
            case '1' -> InformationAssessment.A;
            case '2' -> InformationAssessment.A;
            case '3' -> InformationAssessment.B;
            case '4' -> InformationAssessment.D;
            default -> InformationAssessment.E;
        };
    }

    private static HandlingCode legacyHandling(char c) {
        return c <= '3' ? HandlingCode.P : HandlingCode.C;
    }

    /** The grade as a reader without police training can take it. */
    public String inWords() {
        return source.words() + "; information " + information.words();
    }

    @Override
    public String toString() {
        return "IntelligenceGrade[" + source + ", " + information + ", " + handling + "]";
    }
}
