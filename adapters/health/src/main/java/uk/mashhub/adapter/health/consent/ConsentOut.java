package uk.mashhub.adapter.health.consent;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.Consent;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.id.PersonId;

/**
 * A consent record as FHIR R4 {@code Consent} (section 6.2): one for each person whom it covers, because a Consent has one
 * patient. Given is active and permits, refused is active and denies, withdrawn is inactive; that nobody was asked, or
 * that nobody knows, is a draft, on which nobody may act.
 */
public final class ConsentOut {
    private final Function<PersonId, String> names;

    private ConsentOut(Function<PersonId, String> names) {
        this.names = names;
    }

    /** In the order of the persons' ids; empty if the record covers nobody. */
    public static List<org.hl7.fhir.r4.model.Consent> of(Consent record) {
        return of(record, PersonId::toString);
    }

    /** The same for a reader to whom people have other names, such as the handles of a page. */
    public static List<org.hl7.fhir.r4.model.Consent> of(Consent record, Function<PersonId, String> names) {
        ConsentOut out = new ConsentOut(names);
        return record.covers().stream()
                .sorted(Comparator.comparing(PersonId::value))
                .map(person -> out.written(record, person))
                .toList();
    }

    private org.hl7.fhir.r4.model.Consent written(Consent record, PersonId person) {
        org.hl7.fhir.r4.model.Consent out = new org.hl7.fhir.r4.model.Consent();
        out.setScope(concept(Urls.SCOPE, "patient-privacy"));
        out.addCategory(concept(Urls.ACT, "IDSCL"));
        out.addPolicy().setUri(Urls.POLICY);
        out.setPatient(reference(Urls.PERSON, names.apply(person)));
        record.recorded().ifPresent(r -> out.setDateTimeElement(new DateTimeType(r.at().toString())));
        performer(record).ifPresent(out::addPerformer);
        record.terms().ifPresent(terms -> terms(terms, out.getProvision()));
        record.terms().flatMap(ConsentTerms::competence).ifPresent(c -> competence(c, out));
        switch (record.state()) {
            case GIVEN -> out.setStatus(ConsentState.ACTIVE).getProvision().setType(ConsentProvisionType.PERMIT);
            case REFUSED -> out.setStatus(ConsentState.ACTIVE).getProvision().setType(ConsentProvisionType.DENY);
            case WITHDRAWN -> withdrawn(record, out);
            case NOT_SOUGHT -> notSought(record, out);
            case UNKNOWN -> out.setStatus(ConsentState.DRAFT);
        }
        return out;
    }

    private Optional<Reference> performer(Consent record) {
        Reference performer = record.terms()
                .flatMap(ConsentTerms::by)
                .map(by -> reference(Urls.PERSON, names.apply(by)))
                .orElseGet(Reference::new);
        if (!record.givenBy().isEmpty()) {
            performer.setDisplay(record.givenBy());
        }
        record.terms()
                .ifPresent(terms -> performer.addExtension(
                        Urls.GIVER, new CodeType(terms.giver().name())));
        return performer.isEmpty() ? Optional.empty() : Optional.of(performer);
    }

    private static void terms(ConsentTerms terms, ProvisionComponent provision) {
        ConsentScope scope = terms.scope();
        scope.agencies().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(a -> provision.addActor(actor(Urls.AGENCY, a.value())));
        scope.teams().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(t -> provision.addActor(actor(Urls.TEAM, t.value())));
        scope.purposes().forEach(p -> provision.addPurpose(new Coding(Urls.PURPOSE, p.name(), null)));
        scope.dataClasses().forEach(c -> provision.addClass_(new Coding(Urls.DATA_CLASS, c.name(), null)));
        provision.addAction(concept(Urls.ACTION, "disclose"));
        if (terms.from().isPresent() || terms.to().isPresent()) {
            provision.setPeriod(days(terms.from(), terms.to()));
        }
    }

    /** Whoever does not know that the giver could not decide would take a yes for one, so there it modifies. */
    private static void competence(Competence competence, org.hl7.fhir.r4.model.Consent out) {
        Extension extension = new Extension(Urls.COMPETENCE);
        extension.addExtension("kind", new CodeType(competence.kind().name()));
        if (!competence.assessedBy().isEmpty()) {
            extension.addExtension("assessedBy", new StringType(competence.assessedBy()));
        }
        competence.assessedOn().ifPresent(day -> extension.addExtension("assessedOn", new DateType(day.toString())));
        if (competence.lacking()) {
            out.addModifierExtension(extension);
        } else {
            out.addExtension(extension);
        }
    }

    /** What was permitted ended on the day before; the days of the withdrawal itself stand apart. */
    private static void withdrawn(Consent record, org.hl7.fhir.r4.model.Consent out) {
        out.setStatus(ConsentState.INACTIVE).getProvision().setType(ConsentProvisionType.PERMIT);
        Optional<LocalDate> from = record.terms().flatMap(ConsentTerms::from);
        Optional<LocalDate> to = record.terms().flatMap(ConsentTerms::to);
        if (from.isPresent() || to.isPresent()) {
            out.addExtension(Urls.WITHDRAWAL, days(from, to));
        }
        out.getProvision().setPeriod(null);
        from.ifPresent(day -> out.getProvision().setPeriod(days(Optional.empty(), Optional.of(day.minusDays(1)))));
    }

    /** Not for the person (NOPAT): to read that nobody asked may be what the asking would have been. */
    private static void notSought(Consent record, org.hl7.fhir.r4.model.Consent out) {
        out.setStatus(ConsentState.DRAFT)
                .addExtension(
                        Urls.NOT_SOUGHT,
                        new CodeType(record.notSoughtBecause().map(Enum::name).orElse(Urls.NOT_SAID)));
        out.getMeta().addSecurity(new Coding(Urls.ACT, "NOPAT", null));
    }

    private static Period days(Optional<LocalDate> from, Optional<LocalDate> to) {
        Period period = new Period();
        from.ifPresent(day -> period.setStartElement(new DateTimeType(day.toString())));
        to.ifPresent(day -> period.setEndElement(new DateTimeType(day.toString())));
        return period;
    }

    private static provisionActorComponent actor(String system, String value) {
        return new provisionActorComponent(concept(Urls.PARTICIPATION, "IRCP"), reference(system, value));
    }

    private static Reference reference(String system, String value) {
        return new Reference().setIdentifier(new Identifier().setSystem(system).setValue(value));
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
