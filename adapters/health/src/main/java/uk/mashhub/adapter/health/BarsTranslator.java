package uk.mashhub.adapter.health;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.adapter.health.fhir.FhirReader;
import uk.mashhub.adapter.health.fhir.FhirReader.Reading;
import uk.mashhub.model.contact.Contact;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.ConcernCategory;

/**
 * Reads a safeguarding referral in the shape of the NHS Booking and Referral Standard: a FHIR R4 message bundle, JSON or
 * XML, with one MessageHeader ({@code servicerequest-request}), one ServiceRequest and what they refer to. Faults name
 * their FHIRPath. References lead nowhere outside the bundle.
 */
public final class BarsTranslator implements Translator {
    /** What {@link #format()} says. */
    public static final String FORMAT = "fhir-bars-r4";

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public Contact translate(byte[] message, Received received) throws Unreadable {
        Reading<Bundle> reading = read(message);
        Bundle bundle = reading.resource();
        Markings.refuseAbove(bundle);
        if (bundle.getType() != BundleType.MESSAGE) {
            throw new Unreadable(Fault.NOT_VALID, "Bundle.type", "is not 'message'");
        }
        BundleIndex index = new BundleIndex(bundle);
        MessageHeader header = header(index);
        ServiceRequest request = request(index);
        BarsPeople people = new BarsPeople(index, received);
        PersonKey referred = people.of(request.getSubject(), request);
        people.referred(referred);
        Victims.mark(index, people);
        return contact(new Message(reading.unknownTerms(), bundle, header, request), index, people, referred, received);
    }

    private record Message(
            List<UnknownTerm> unknownTerms, Bundle bundle, MessageHeader header, ServiceRequest request) {}

    private static Reading<Bundle> read(byte[] message) throws Unreadable {
        try {
            return FhirReader.read(message, Bundle.class);
        } catch (Unreadable e) {
            // Even if nothing else of it can be read: a body that may be marked too high must not be kept.
            throw Markings.mayBeAbove(message)
                    ? new Unreadable(Fault.CLASSIFIED_TOO_HIGH, e.place(), "carries a marking above OFFICIAL-SENSITIVE")
                    : e;
        }
    }

    private static MessageHeader header(BundleIndex index) throws Unreadable {
        List<MessageHeader> headers = index.all(MessageHeader.class);
        if (headers.size() != 1 || index.all().get(0) != headers.get(0)) {
            throw new Unreadable(Fault.NOT_VALID, "Bundle.entry[0].resource", "is not the one MessageHeader");
        }
        MessageHeader header = headers.get(0);
        if (!header.hasEventCoding()
                || !"servicerequest-request".equals(header.getEventCoding().getCode())) {
            throw new Unreadable(
                    Fault.NOT_VALID, "Bundle.entry[0].resource.eventCoding.code", "is not 'servicerequest-request'");
        }
        return header;
    }

    private static ServiceRequest request(BundleIndex index) throws Unreadable {
        List<ServiceRequest> requests = index.all(ServiceRequest.class);
        if (requests.size() != 1) {
            throw new Unreadable(Fault.NOT_VALID, "Bundle.entry", "holds no ServiceRequest, or several");
        }
        if (requests.get(0).getStatus() == ServiceRequestStatus.ENTEREDINERROR) {
            throw new Unreadable(
                    Fault.NOT_VALID, index.place(requests.get(0)) + ".status", "the sender calls the request an error");
        }
        return requests.get(0);
    }

    private static Contact contact(
            Message message, BundleIndex index, BarsPeople people, PersonKey referred, Received received)
            throws Unreadable {
        Telling telling = new Telling(index, people, Markings.ofWhole(message.bundle(), message.header()));
        for (Patient patient : index.all(Patient.class)) {
            new PatientItems(telling).add(patient, people.key(patient));
        }
        new RelatedItems(telling).addAll(people);
        new ReferralItems(telling).request(message.request(), referred);
        Set<ConcernCategory> categories = new FlagItems(telling).addAll();
        new EncounterItems(telling).addAll();
        new DocumentItems(telling).addAll();
        new ReferralItems(telling).rest(referred);
        return new Contact(
                new ReferrerReader(index).of(message.request(), message.header()),
                Classification.OFFICIAL_SENSITIVE,
                categories.isEmpty() ? Set.of(ConcernCategory.UNKNOWN) : categories,
                message.request().getPriority() == ServiceRequestPriority.STAT,
                people.people(),
                Households.of(people.people(), LocalDate.ofInstant(received.at(), ENGLAND)),
                people.relationships(),
                ConsentReader.of(index, people),
                telling.items,
                unknownTerms(message, people, telling));
    }

    private static List<UnknownTerm> unknownTerms(Message message, BarsPeople people, Telling telling) {
        List<UnknownTerm> terms = new ArrayList<>(message.unknownTerms());
        terms.addAll(people.unknownTerms());
        terms.addAll(telling.unknownTerms);
        String reason = Coded.codes(List.of(message.header().getReason())).stream()
                .findFirst()
                .orElse("");
        Stream.of(reason)
                .filter(r -> !r.isEmpty() && !r.equals("new"))
                .forEach(r -> terms.add(new UnknownTerm("Bundle.entry[0].resource.reason", PlainText.of(r))));
        return terms;
    }
}
