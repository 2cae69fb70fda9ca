package uk.mashhub.adapter.health;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import uk.mashhub.adapter.SourceSystem;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.health.AskByNumber.Found;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.adapter.health.fhir.FhirClient;
import uk.mashhub.adapter.health.fhir.FhirReader.Reading;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.AskedPerson;
import uk.mashhub.model.contact.Question;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * The Personal Demographics Service, read by NHS number. Of a record that is restricted, or that does not say whether it
 * is, nothing is taken that leads to where the person is, even if it were there. A number that leads to another number is
 * shown to a person and never linked, for it may be an adoption or a gender history, unless the record itself says that it
 * replaces the one that was asked for, and nothing on it is restricted or marked.
 */
public final class PdsSource implements SourceSystem {
    private final SourceId id;
    private final FhirClient client;
    private final Clock clock;

    public PdsSource(SourceId id, FhirClient client, Clock clock) {
        this.id = id;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public SourceId id() {
        return id;
    }

    @Override
    public Answer ask(Question question) throws SourceUnavailable {
        return AskByNumber.ask(question, this::lookUp);
    }

    private Found lookUp(AskedPerson person, NhsNumber number) throws SourceUnavailable {
        Optional<Reading<Patient>> answer = client.get("Patient/" + number.value(), Map.of(), Patient.class);
        return answer.isEmpty() ? Found.nothing() : read(answer.get(), person, number);
    }

    private Found read(Reading<Patient> answer, AskedPerson person, NhsNumber number) throws SourceUnavailable {
        Patient patient = answer.resource();
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(patient);
        try {
            Answers.check(bundle);
            BundleIndex index = new BundleIndex(bundle);
            Optional<NhsNumber> replacing = replacing(patient, number);
            AskedPatient asked = new AskedPatient(person, replacing.orElse(number), index, clock);
            Telling telling = new Telling(index, asked, SecurityLabels.of(List.of()));
            telling.unknownTerms.addAll(answer.unknownTerms());
            RestrictedMark mark = RestrictedMark.of(patient, true);
            if (replacing.isPresent()) {
                PersonDetails details = PatientDetails.with(
                        take(telling, patient, person.key(), mark), new SupersededNhsNumber(number.value()));
                return new Found(List.of(asked.person(details, mark.flags(id))), telling.items, telling.unknownTerms);
            }
            if (!number.value().equals(patient.getIdElement().getIdPart())) {
                superseded(telling, patient, person.key());
                return new Found(List.of(asked.bare(mark.flags(id))), telling.items, telling.unknownTerms);
            }
            PersonDetails details = take(telling, patient, person.key(), mark);
            return new Found(List.of(asked.person(details, mark.flags(id))), telling.items, telling.unknownTerms);
        } catch (Unreadable e) {
            throw Answers.worthless(e);
        }
    }

    private PersonDetails take(Telling telling, Patient patient, PersonKey person, RestrictedMark mark) {
        PersonDetails details = PatientDetails.of(patient, id);
        if (mark.hidesLocation()) {
            new PatientItems(telling).identity(patient, person, false);
            return PatientDetails.unlocated(details);
        }
        new PatientItems(telling).add(patient, person);
        return details;
    }

    /**
     * The number of a record that says that it replaces the one that was asked for (FHIR R4 Patient.link, type replaces), where
     * nothing on it is restricted, marked, not labelled or not understood.
     */
    private static Optional<NhsNumber> replacing(Patient patient, NhsNumber number) {
        boolean open = RestrictedMark.of(patient, true).flag().isEmpty()
                && SecurityLabels.of(patient.getMeta().getSecurity()).statutes().isEmpty();
        boolean says = patient.getLink().stream()
                .filter(l -> l.getType() == Patient.LinkType.REPLACES)
                .map(l -> l.getOther().getIdentifier())
                .anyMatch(old -> NhsNumbers.verified(old).filter(number::equals).isPresent());
        return NhsNumbers.verified(patient.getIdentifier())
                .filter(now -> open && says && !now.equals(number))
                .filter(now -> now.value().equals(patient.getIdElement().getIdPart()));
    }

    /** The new number alone, for somebody to look at: under a statute that nobody has named yet. */
    private static void superseded(Telling telling, Patient patient, PersonKey person) {
        UnknownTerm term = new UnknownTerm("Patient.id", "another NHS number than was asked for");
        telling.unknownTerms.add(term);
        ItemDraft draft = telling.draft(patient, "#superseding", DataClass.IDENTITY, person)
                .statute(StatuteFlag.UNKNOWN)
                .unknown(List.of(term))
                .field(
                        FieldKind.IDENTIFIER,
                        "NHS number that replaces it",
                        patient.getIdElement().getIdPart())
                .field(FieldKind.STATUS, "Not linked", "PDS answered with another number; a person has to decide");
        telling.items.add(draft.build());
    }
}
