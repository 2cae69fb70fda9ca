package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.Attachment;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Documents and photographs that came with a message. Only what is inside the bundle is taken; an address of a document
 * is never fetched and not passed on, but that there is one is said.
 */
final class DocumentItems {
    private final Telling telling;

    DocumentItems(Telling telling) {
        this.telling = telling;
    }

    void addAll() throws Unreadable {
        for (DocumentReference document : telling.index.all(DocumentReference.class)) {
            if (document.getStatus() != DocumentReferenceStatus.ENTEREDINERROR) {
                add(document);
            }
        }
    }

    private void add(DocumentReference document) throws Unreadable {
        PersonKey person = telling.persons.of(document.getSubject(), document);
        Sensitivity sensitivity = Sensitivity.ofDiagnosis(concepts(document), PlainText.of(document.getDescription()));
        if (sensitivity == Sensitivity.ASSISTED_CONCEPTION) {
            return;
        }
        ItemDraft draft = telling.draft(document, "", row(sensitivity, document, person), person)
                .coded(FieldKind.CATEGORY, "Document", document.getType());
        draft.field(FieldKind.NARRATIVE, "Description", PlainText.of(document.getDescription()));
        for (DocumentReferenceContentComponent content : document.getContent()) {
            content(document, content, draft);
        }
        telling.add(draft, document, person);
    }

    /** Nobody has classified it, unless it says itself that it is of a sensitive service. */
    private DataClass row(Sensitivity sensitivity, DocumentReference document, PersonKey person) {
        return sensitivity == Sensitivity.GENERAL || sensitivity == Sensitivity.UNKNOWN
                ? DataClass.UNCLASSIFIED
                : Telling.freeText(sensitivity.dataClass(
                        telling.persons.child(person, Demographics.day(document.getDateElement()))));
    }

    static List<Coding> labels(DocumentReference document) {
        return document.getSecurityLabel().stream()
                .flatMap(c -> c.getCoding().stream())
                .toList();
    }

    private static List<CodeableConcept> concepts(DocumentReference document) {
        List<CodeableConcept> concepts = new ArrayList<>(document.getCategory());
        concepts.add(document.getType());
        concepts.add(document.getContext().getPracticeSetting());
        return concepts;
    }

    private void content(DocumentReference document, DocumentReferenceContentComponent content, ItemDraft draft) {
        org.hl7.fhir.r4.model.Attachment attachment = content.getAttachment();
        Optional<byte[]> bytes = attachment.hasData()
                ? Optional.of(attachment.getData())
                : telling.index
                        .resolve(new Reference(attachment.getUrl()), document, Binary.class)
                        .map(Binary::getData);
        if (bytes.isEmpty()) {
            draft.field(FieldKind.STATUS, "Document", "held by the sender and not part of the message; ask for it");
            return;
        }
        int number = document.getContent().indexOf(content) + 1;
        draft.attachment(new Attachment(
                fileName(attachment, number),
                mediaType(attachment),
                Base64.getEncoder().encodeToString(bytes.get())));
    }

    /** As the sender named it, without what could make a path of it. */
    private static String fileName(org.hl7.fhir.r4.model.Attachment attachment, int number) {
        String title = PlainText.of(attachment.getTitle()).replaceAll("[\\\\/\\n\\t]", " ");
        return title.isBlank() ? "document " + number : title.substring(0, Math.min(title.length(), 200));
    }

    private static String mediaType(org.hl7.fhir.r4.model.Attachment attachment) {
        String type = PlainText.of(attachment.getContentType()).toLowerCase(Locale.ROOT);
        return type.matches("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}") ? type : "application/octet-stream";
    }
}
