package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** A coded element as words: what a reader is shown, and everything that it says, for words that restrict. */
final class Coded {
    private static final List<String> STANDARD = List.of(
            "http://snomed.info/sct",
            "http://terminology.hl7.org/",
            "http://hl7.org/fhir/",
            "https://fhir.nhs.uk/",
            "https://fhir.hl7.org.uk/");

    private Coded() {}

    /** The words of a concept: its first display, else its text, else its first code; empty if it has none. */
    static String words(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(Coding::getDisplay)
                .filter(Coded::said)
                .findFirst()
                .or(() -> Stream.of(concept)
                        .map(CodeableConcept::getText)
                        .filter(Coded::said)
                        .findFirst())
                .or(() -> concept.getCoding().stream()
                        .map(Coding::getCode)
                        .filter(Coded::said)
                        .findFirst())
                .map(PlainText::of)
                .orElse("");
    }

    /** The words of several concepts, without repeats. */
    static String words(List<CodeableConcept> concepts) {
        return concepts.stream()
                .map(Coded::words)
                .filter(w -> !w.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /**
     * The displays of codes of a standard code system. Only these are safe as a typed field: a local display, like a
     * text, is whatever somebody typed, and may say where a refuge is.
     */
    static String standard(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(c -> c.getCoding().stream())
                .filter(Coded::standard)
                .map(c -> PlainText.of(display(c)))
                .filter(d -> !d.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Everything else that is said in words: texts and local displays. */
    static String free(List<CodeableConcept> concepts) {
        String standard = standard(concepts);
        return concepts.stream()
                .flatMap(c -> Stream.concat(
                        Stream.ofNullable(c.getText()),
                        c.getCoding().stream().filter(g -> !standard(g)).map(Coded::display)))
                .map(PlainText::of)
                .filter(t -> !t.isEmpty() && !t.equalsIgnoreCase(standard))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String display(Coding coding) {
        return coding.hasDisplay() ? coding.getDisplay() : coding.hasCode() ? "code " + coding.getCode() : "";
    }

    private static boolean standard(Coding coding) {
        return said(coding.getCode())
                && STANDARD.stream()
                        .anyMatch(s -> PlainText.of(coding.getSystem()).startsWith(s));
    }

    /** Every display and text, in lower case, for looking for words. */
    static String everything(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(c -> Stream.concat(
                        Stream.of(c.getText()), c.getCoding().stream().map(Coding::getDisplay)))
                .filter(Coded::said)
                .collect(Collectors.joining(" | "))
                .toLowerCase(Locale.ROOT);
    }

    /** Every code, whatever its system. */
    static List<String> codes(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(c -> c.getCoding().stream())
                .map(Coding::getCode)
                .filter(Coded::said)
                .toList();
    }

    private static boolean said(String text) {
        return text != null && !text.isBlank();
    }
}
