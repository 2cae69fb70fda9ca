package uk.mashhub.adapter.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;

/** Diagnoses and findings: a fact once confirmed, an opinion before (Data Protection Act 2018 s38(2)). */
final class ConditionItems {
    private final Telling telling;
    private final EncounterItems encounters;

    ConditionItems(Telling telling, EncounterItems encounters) {
        this.telling = telling;
        this.encounters = encounters;
    }

    /** Adds one, unless its owner withdrew it as an error or it is of assisted conception. */
    void add(Condition condition) throws Unreadable {
        PersonKey person = telling.persons.of(condition.getSubject(), condition);
        List<String> verification = Coded.codes(List.of(condition.getVerificationStatus()));
        Sensitivity sensitivity = sensitivity(condition);
        if (sensitivity == Sensitivity.ASSISTED_CONCEPTION || verification.contains("entered-in-error")) {
            return;
        }
        Optional<LocalDate> day = day(condition);
        ItemDraft draft = telling.draft(
                        condition, "", sensitivity.dataClass(telling.persons.child(person, day)), person)
                .nature(verification.contains("confirmed") ? Nature.FACT : Nature.OPINION)
                .when(day.map(EventTime::on).orElse(EventTime.unknown()))
                .coded(FieldKind.CATEGORY, "Condition", condition.getCode())
                .coded(FieldKind.CATEGORY, "Where on the body", condition.getBodySite())
                .coded(FieldKind.STATUS, "Clinical state", condition.getClinicalStatus())
                .coded(FieldKind.STATUS, "How sure", condition.getVerificationStatus())
                .field(FieldKind.EVENT_DATE, "Date", day.map(Object::toString).orElse(""));
        if (sensitivity == Sensitivity.UNKNOWN) {
            draft.unknown(List.of(telling.term(condition, ".code", Coded.words(condition.getCode()))));
        }
        draft.field(FieldKind.NARRATIVE, "Note", notes(condition));
        telling.add(draft, condition, person);
    }

    private Sensitivity sensitivity(Condition condition) {
        Sensitivity own = Sensitivity.ofDiagnosis(List.of(condition.getCode()), "");
        return encounters.of(condition).map(own::and).orElse(own);
    }

    private static String notes(Condition condition) {
        return condition.getNote().stream().map(Annotation::getText).collect(Collectors.joining("\n"));
    }

    private static Optional<LocalDate> day(Condition condition) {
        return condition.getOnset() instanceof DateTimeType onset
                ? Demographics.day(onset)
                : Demographics.day(condition.getRecordedDateElement());
    }
}
