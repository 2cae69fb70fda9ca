package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * The warnings that a practice puts on a list (GP Connect, list warning codes). 'Items withheld' is said without a topic:
 * the practice must not provide them, and nobody guesses what they are.
 */
final class WithheldItems {
    private static final Map<String, String> WARNINGS = Map.of(
            "confidential-items", "items withheld by the practice",
            "data-in-transit", "items are on their way between practices and are missing here",
            "data-awaiting-filing", "items wait to be filed and are missing here");

    private final Telling telling;

    WithheldItems(Telling telling) {
        this.telling = telling;
    }

    void addAll() throws Unreadable {
        for (ListResource list : telling.index.all(ListResource.class)) {
            PersonKey person = telling.persons.of(list.getSubject(), list);
            for (Extension extension : list.getExtension()) {
                if (extension.getUrl().contains("ListWarningCode")) {
                    warning(list, code(extension.getValue()), person);
                }
            }
        }
    }

    private void warning(ListResource list, String code, PersonKey person) {
        ItemDraft draft = telling.draft(list, "#" + code, DataClass.INVOLVEMENT, person)
                .field(
                        FieldKind.STATUS,
                        "Warning of the practice",
                        Objects.requireNonNullElse(WARNINGS.get(code), "the record may be incomplete"));
        if (!WARNINGS.containsKey(code)) {
            draft.unknown(List.of(telling.term(list, ".extension", code)));
        }
        telling.items.add(draft.build());
    }

    private static String code(@Nullable Type value) {
        if (value instanceof CodeType code) {
            return PlainText.of(code.getValue());
        }
        if (value instanceof Coding coding) {
            return PlainText.of(coding.getCode());
        }
        return value instanceof CodeableConcept concept
                ? Coded.codes(List.of(concept)).stream().findFirst().orElse("")
                : "";
    }
}
