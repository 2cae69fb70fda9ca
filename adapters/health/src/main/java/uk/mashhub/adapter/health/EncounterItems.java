package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Attendances and their diagnoses. The service decides the row of the sharing matrix; a diagnosis is never less
 * sensitive than the attendance it was made at. Assisted conception is dropped here, without a trace.
 */
final class EncounterItems {
    private final Telling telling;
    private final Map<Encounter, Sensitivity> seen = new IdentityHashMap<>();

    EncounterItems(Telling telling) {
        this.telling = telling;
    }

    /** Adds every attendance of the bundle, then every diagnosis. */
    void addAll() throws Unreadable {
        for (Encounter encounter : telling.index.all(Encounter.class)) {
            seen.put(encounter, sensitivity(encounter));
            encounter(encounter);
        }
        ConditionItems conditions = new ConditionItems(telling, this);
        for (Condition condition : telling.index.all(Condition.class)) {
            conditions.add(condition);
        }
    }

    /** How sensitive the attendances are at which a diagnosis was made; empty if none of this bundle names it. */
    Optional<Sensitivity> of(Condition condition) {
        return seen.keySet().stream()
                .filter(e -> named(e, condition))
                .map(e -> Objects.requireNonNull(seen.get(e)))
                .reduce(Sensitivity::and);
    }

    private boolean named(Encounter encounter, Condition condition) {
        return refersTo(condition.getEncounter(), condition, encounter)
                || encounter.getDiagnosis().stream().anyMatch(d -> refersTo(d.getCondition(), encounter, condition))
                || encounter.getReasonReference().stream().anyMatch(r -> refersTo(r, encounter, condition));
    }

    private boolean refersTo(
            Reference reference, org.hl7.fhir.r4.model.Resource holder, org.hl7.fhir.r4.model.Resource target) {
        return telling.index
                .resolve(reference, holder, org.hl7.fhir.r4.model.Resource.class)
                .filter(r -> r == target)
                .isPresent();
    }

    private Sensitivity sensitivity(Encounter encounter) {
        List<CodeableConcept> service = new ArrayList<>(encounter.getType());
        service.add(encounter.getServiceType());
        String kind = "EMER".equals(encounter.getClass_().getCode()) ? "emergency" : "";
        Sensitivity ofService = Sensitivity.ofService(service, places(encounter) + " " + kind);
        return encounter.getReasonCode().isEmpty()
                ? ofService
                : ofService.and(Sensitivity.ofDiagnosis(encounter.getReasonCode(), ""));
    }

    private void encounter(Encounter encounter) throws Unreadable {
        PersonKey person = telling.persons.of(encounter.getSubject(), encounter);
        Sensitivity sensitivity = Objects.requireNonNull(seen.get(encounter));
        if (sensitivity == Sensitivity.ASSISTED_CONCEPTION || encounter.getStatus() == EncounterStatus.ENTEREDINERROR) {
            return;
        }
        EventTime when = Demographics.when(encounter.getPeriod());
        DataClass row = sensitivity.dataClass(telling.persons.child(person, when.from()));
        ItemDraft draft = telling.draft(encounter, "", row, person)
                .when(when)
                .event(event(encounter))
                .coded(FieldKind.CATEGORY, "Service", encounter.getServiceType())
                .coded(FieldKind.CATEGORY, "Kind of contact", encounter.getType())
                .coded(FieldKind.CATEGORY, "Reason", encounter.getReasonCode())
                .field(FieldKind.SERVICE_NAME, "Where", places(encounter))
                .field(FieldKind.EVENT_DATE, "Date", day(when))
                .field(
                        FieldKind.STATUS,
                        "State",
                        encounter.hasStatus() ? encounter.getStatus().getDisplay() : "");
        if (sensitivity == Sensitivity.UNKNOWN) {
            draft.unknown(List.of(telling.term(encounter, ".serviceType", Coded.words(encounter.getServiceType()))));
        }
        telling.add(draft, encounter, person);
    }

    private String places(Encounter encounter) {
        List<String> names = new ArrayList<>();
        names.add(organisation(encounter.getServiceProvider(), encounter));
        encounter
                .getLocation()
                .forEach(l -> names.add(telling.index
                        .resolve(l.getLocation(), encounter, Location.class)
                        .map(Location::getName)
                        .orElse(l.getLocation().getDisplay())));
        return names.stream()
                .map(PlainText::of)
                .filter(n -> !n.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String organisation(Reference reference, Encounter holder) {
        return telling.index
                .resolve(reference, holder, Organization.class)
                .map(Organization::getName)
                .or(() -> Optional.ofNullable(reference.getDisplay()))
                .orElse("");
    }

    /** An attendance number with its system names the same event in every message that tells of it. */
    private static Optional<String> event(Encounter encounter) {
        return encounter.getIdentifier().stream()
                .filter(Identifier::hasSystem)
                .filter(Identifier::hasValue)
                .map(i -> i.getSystem() + "|" + i.getValue())
                .findFirst();
    }

    private static String day(EventTime when) {
        return when.from().map(Object::toString).orElse("");
    }
}
