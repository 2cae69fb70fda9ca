package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;

/** The referral's own words, and whatever part of the message has no translation: it is said to be there, not lost. */
final class ReferralItems {
    private static final Set<String> TRANSLATED = Set.of(
            "MessageHeader",
            "ServiceRequest",
            "Patient",
            "RelatedPerson",
            "Encounter",
            "Condition",
            "Flag",
            "DocumentReference",
            "Binary",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "HealthcareService",
            "Consent");

    private final Telling telling;

    ReferralItems(Telling telling) {
        this.telling = telling;
    }

    /** The request: what is asked, how urgently, and the narrative. */
    void request(ServiceRequest request, PersonKey person) {
        Optional<EventTime> when = Demographics.day(request.getAuthoredOnElement())
                .or(() -> request.getOccurrence() instanceof DateTimeType at ? Demographics.day(at) : Optional.empty())
                .map(EventTime::on);
        ItemDraft draft = telling.draft(request, "", DataClass.REFERRAL_NARRATIVE, person)
                .nature(Nature.ALLEGATION)
                .when(when.orElse(EventTime.unknown()))
                .coded(FieldKind.CATEGORY, "What is asked", request.getCode())
                .coded(FieldKind.CATEGORY, "Kind of referral", request.getCategory())
                .coded(FieldKind.CATEGORY, "Reason", request.getReasonCode())
                .field(
                        FieldKind.RISK_LEVEL,
                        "Urgency",
                        request.hasPriority() ? request.getPriority().getDisplay() : "");
        draft.field(FieldKind.NARRATIVE, "What the referrer says", notes(request));
        draft.field(FieldKind.NARRATIVE, "Told to the patient", PlainText.of(request.getPatientInstruction()));
        draft.field(FieldKind.NARRATIVE, "Summary", PlainText.narrative(request));
        if (draft.hasContent()) {
            telling.items.add(draft.build());
        }
    }

    private static String notes(ServiceRequest request) {
        return request.getNote().stream().map(Annotation::getText).collect(Collectors.joining("\n"));
    }

    /** Everything else: an item that names the kind of resource and holds its narrative. */
    void rest(PersonKey referred) {
        for (Resource resource : telling.index.all()) {
            if (resource instanceof DomainResource part && !TRANSLATED.contains(resource.fhirType())) {
                untranslated(part, subject(part).orElse(referred));
            }
        }
    }

    private void untranslated(DomainResource part, PersonKey person) {
        String words = PlainText.narrative(part);
        ItemDraft draft = telling.draft(part, "", DataClass.UNCLASSIFIED, person)
                .nature(Nature.UNKNOWN)
                .unknown(List.of(telling.term(part, "", part.fhirType())));
        draft.field(
                FieldKind.NARRATIVE,
                part.fhirType(),
                words.isEmpty()
                        ? "The message holds a " + part.fhirType() + " that the hub does not translate."
                        : words);
        telling.items.add(draft.build());
    }

    /** The person of the message whom a part is about, whatever the part is. */
    private Optional<PersonKey> subject(DomainResource part) {
        for (String name : List.of("subject", "patient")) {
            org.hl7.fhir.r4.model.Property property = part.getNamedProperty(name);
            if (property != null
                    && property.hasValues()
                    && property.getValues().get(0) instanceof Reference reference) {
                try {
                    return Optional.of(telling.persons.of(reference, part));
                } catch (uk.mashhub.adapter.Unreadable e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
