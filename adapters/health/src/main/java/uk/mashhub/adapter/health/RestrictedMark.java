package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Patient;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.SafetyFlag;

/**
 * Whether a patient's record is restricted (Personal Demographics Service, {@code meta.security}).
 *
 * @param flag what it means for the person's safety; empty if the record is open
 * @param conditions what it asks of everything that is said about the patient
 */
record RestrictedMark(Optional<SafetyFlag> flag, Set<HandlingCondition> conditions) {
    RestrictedMark {
        conditions = Set.copyOf(conditions);
    }

    /**
     * Reads the mark. V and REDACTED are no less than R; a label that nobody knows, or one of where somebody
     * lives, may be one.
     *
     * @param mustBeLabelled the source labels every record, so that one without a label is not known to be open
     */
    static RestrictedMark of(Patient patient, boolean mustBeLabelled) {
        SecurityLabels labels =
                SecurityLabels.of(patient.hasMeta() ? patient.getMeta().getSecurity() : List.of());
        Set<HandlingCondition> conditions = labels.conditions().contains(HandlingCondition.VERY_RESTRICTED)
                ? Set.of(HandlingCondition.VERY_RESTRICTED)
                : Set.of();
        if (labels.restricted()) {
            return new RestrictedMark(Optional.of(SafetyFlag.PDS_RESTRICTED), conditions);
        }
        boolean doubtful = !labels.unknown().isEmpty() || labels.location() || (mustBeLabelled && !labels.labelled());
        return new RestrictedMark(doubtful ? Optional.of(SafetyFlag.UNKNOWN) : Optional.empty(), conditions);
    }

    /** Whether where the person is must not be taken. */
    boolean hidesLocation() {
        return flag.map(SafetyFlag::hidesLocation).orElse(false);
    }

    List<PersonFlag> flags(SourceId source) {
        return flag.map(f -> new PersonFlag(f, source, Optional.empty(), Optional.empty())).stream()
                .toList();
    }
}
