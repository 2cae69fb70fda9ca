package uk.mashhub.adapter.health;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import uk.mashhub.adapter.health.fhir.BundleIndex;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.person.PersonName;

/** Who refers: the requester, or the organisation that sent the message. Always a professional, never anonymous. */
final class ReferrerReader {
    private final BundleIndex index;

    ReferrerReader(BundleIndex index) {
        this.index = index;
    }

    Referrer of(ServiceRequest request, MessageHeader header) {
        Optional<PractitionerRole> post = index.resolve(request.getRequester(), request, PractitionerRole.class);
        Optional<Practitioner> person = post.flatMap(p -> index.resolve(p.getPractitioner(), p, Practitioner.class))
                .or(() -> index.resolve(request.getRequester(), request, Practitioner.class));
        Optional<Organization> organisation = post.flatMap(
                        p -> index.resolve(p.getOrganization(), p, Organization.class))
                .or(() -> index.resolve(request.getRequester(), request, Organization.class))
                .or(() -> index.resolve(header.getSender(), header, Organization.class));
        return new Referrer(
                person.map(p -> name(p.getName())).orElse(""),
                post.map(p -> Coded.words(p.getCode())).orElse(""),
                organisation.map(Organization::getName).map(PlainText::of).orElse(display(post, header)),
                first(post, person, organisation, false),
                first(post, person, organisation, true),
                true,
                false);
    }

    private static String display(Optional<PractitionerRole> post, Resource header) {
        return post.map(PractitionerRole::getOrganization)
                .map(Reference::getDisplay)
                .or(() -> Optional.of((MessageHeader) header)
                        .map(MessageHeader::getSender)
                        .map(Reference::getDisplay))
                .map(PlainText::of)
                .orElse("");
    }

    private static String name(List<HumanName> names) {
        return Demographics.names(names).stream()
                .findFirst()
                .map(PersonName::full)
                .orElse("");
    }

    private static String first(
            Optional<PractitionerRole> post,
            Optional<Practitioner> person,
            Optional<Organization> organisation,
            boolean email) {
        return java.util.stream.Stream.of(
                        post.map(PractitionerRole::getTelecom),
                        person.map(Practitioner::getTelecom),
                        organisation.map(Organization::getTelecom))
                .flatMap(Optional::stream)
                .map(points -> points(points, email))
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }

    private static List<String> points(List<ContactPoint> points, boolean email) {
        return email ? Demographics.emails(points) : Demographics.telephones(points);
    }
}
