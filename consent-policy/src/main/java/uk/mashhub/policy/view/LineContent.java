package uk.mashhub.policy.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.json.Json;

/** The fields and attachments of an item that a reader gets. Whole fields are taken out; no text is ever changed. */
final class LineContent {
    private final Reading reading;
    private final Owners owners;

    LineContent(Reading reading, Owners owners) {
        this.reading = reading;
        this.owners = owners;
    }

    List<Json> fields(Finding finding) {
        return switch (finding.outcome()) {
            case SHOW, REDACT ->
                finding.item().fields().stream()
                        .flatMap(f -> shown(finding.verdict(), f).stream())
                        .toList();
            case SUMMARISE -> wording(finding.item());
            default -> List.of();
        };
    }

    /** The owner's wording is all that there is. */
    private List<Json> wording(Item item) {
        String label = "Summary by " + owners.name(item.provenance().owner());
        return reading
                .scene()
                .ownerWord(item.id())
                .wording(reading.scene().audience().team())
                .stream()
                .map(w -> field(label, w))
                .toList();
    }

    /** What a reader sees has happened: a redaction that met nothing in this item is none. */
    Outcome outcome(Finding finding) {
        boolean untouched = finding.outcome() == Outcome.REDACT
                && redacted(finding).isEmpty()
                && finding.item().fields().stream()
                        .noneMatch(f -> finding.verdict().generalised().contains(f.kind()));
        return untouched ? Outcome.SHOW : finding.outcome();
    }

    /** Kinds of field that were there and are not shown, in the vocabulary's words, never in the source's. */
    List<String> redacted(Finding finding) {
        if (finding.outcome() != Outcome.REDACT) {
            return List.of();
        }
        List<String> fields = finding.item().fields().stream()
                .filter(f -> taken(finding.verdict(), f))
                .map(f -> Words.of(f.kind()))
                .toList();
        boolean files =
                !finding.item().attachments().isEmpty() && attachments(finding).isEmpty();
        return files ? Stream.concat(fields.stream(), Stream.of("Attachment")).toList() : fields;
    }

    List<Json> attachments(Finding finding) {
        boolean whole = finding.outcome() == Outcome.SHOW || finding.outcome() == Outcome.REDACT;
        if (!whole || finding.verdict().redactions().contains(FieldKind.ATTACHMENT)) {
            return List.of();
        }
        return finding.item().attachments().stream()
                .map(a -> Json.object()
                        .put("name", a.fileName())
                        .put("mediaType", a.mediaType())
                        .put("base64", a.base64())
                        .done())
                .toList();
    }

    /** A field as it stands, what is left of it under a label that says so, or nothing. */
    private static Optional<Json> shown(Verdict verdict, ItemField field) {
        if (verdict.redactions().contains(field.kind())) {
            return Optional.empty();
        }
        return verdict.generalised().contains(field.kind())
                ? field.kind().generalised(field.value()).map(v -> field(field.label() + " (district only)", v))
                : Optional.of(field(field.label(), field.value()));
    }

    /** Taken out by a rule, or because nothing could be left of it. */
    private static boolean taken(Verdict verdict, ItemField field) {
        return shown(verdict, field).isEmpty();
    }

    private static Json field(String label, String value) {
        return Json.object().put("label", label).put("value", value).done();
    }
}
