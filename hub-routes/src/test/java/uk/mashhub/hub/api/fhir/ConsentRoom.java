package uk.mashhub.hub.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import uk.mashhub.adapter.health.consent.ConsentOut;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.decide.KeyedHandles;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.ConsentRecords;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The journey with a FHIR door to its consents, and a client that speaks HAPI's own model and strict parser. */
abstract class ConsentRoom {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    static final AgencyId HEALTH = new AgencyId("exampleshire-health");
    static final String NAMES = "https://consents.example/records";

    final SmallHub hub = SmallHub.started();
    final KeyedHandles handles = new KeyedHandles(new byte[32]);
    final People people = People.family();
    final PacketPerson child = people.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    final PacketPerson mother = people.person("Grace", 1988, SubjectRole.PARENT);
    final EnquiryId enquiry = hub.refer(List.of(child, mother), List.of(name(child, "Maya")));
    final Reader screening = reader("council-screening");
    final ConsentDoor door = new ConsentDoor(
            hub.door,
            new ConsentRecords(hub.ledger, handles, hub.audit, hub.database.inApp()),
            new Acting(
                    hub.door,
                    hub.journey,
                    hub.views,
                    handles,
                    new ActsSeen(hub.database.app),
                    hub.database.inApp(),
                    hub.clock),
            hub.clock);

    Reader reader(String team) {
        SignedIn who = hub.somebody(team);
        return new Reader(who, hub.area, hub.area.team(who.team()).orElseThrow());
    }

    Item name(PacketPerson of, String said) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r-1",
                new Subject(of.id(), SubjectRole.INDEX_CHILD),
                ItemLabels.fact(DataClass.IDENTITY),
                new ItemField(FieldKind.NAME, "Name", said));
    }

    ViewHead head(Reader reader) {
        return hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(reader.team().id()))
                .findFirst()
                .orElseThrow();
    }

    String handle(Reader reader, PacketPerson person) {
        return handles.person(head(reader).key(), person.id());
    }

    static IParser parser() {
        return FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    }

    ResponseEntity<byte[]> post(Reader reader, byte[] body) {
        return post(reader, head(reader), body);
    }

    ResponseEntity<byte[]> post(Reader reader, ViewHead packet, Consent consent) {
        return post(reader, packet, parser().encodeResourceToString(consent).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> post(Reader reader, ViewHead packet, byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContent(body);
        try {
            return door.create(reader, packet.id().value(), "identity", request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResponseEntity<byte[]> post(Reader reader, Consent consent) {
        return post(reader, parser().encodeResourceToString(consent).getBytes(StandardCharsets.UTF_8));
    }

    List<Consent> listed(Reader reader) {
        ResponseEntity<byte[]> answer =
                door.search(reader, head(reader).id().value(), new MockHttpServletRequest("GET", "/"));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        Bundle bundle = parser().parseResource(Bundle.class, text(answer));
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(bundle.hasTotal()).isFalse();
        return bundle.getEntry().stream().map(e -> (Consent) e.getResource()).toList();
    }

    static String text(ResponseEntity<byte[]> answer) {
        return new String(java.util.Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }

    static OperationOutcome.OperationOutcomeIssueComponent issue(ResponseEntity<byte[]> answer) {
        return parser().parseResource(OperationOutcome.class, text(answer)).getIssueFirstRep();
    }

    /** The mother, for her child, to health, until the end of the year. */
    Consent agreed(Reader reader, String name) {
        ConsentTerms terms = new ConsentTerms(
                ConsentGiver.PARENT,
                Optional.of(mother.id()),
                Optional.empty(),
                new ConsentScope(Set.of(HEALTH), Set.of(), Set.of(), Set.of()),
                Optional.empty(),
                Optional.of(
                        LocalDate.ofInstant(hub.clock.instant(), ZoneOffset.UTC).plusDays(30)));
        return written(reader, name, ConsentState.GIVEN, Optional.empty(), Optional.of(terms));
    }

    Consent written(
            Reader reader,
            String name,
            ConsentState state,
            Optional<NotSoughtReason> why,
            Optional<ConsentTerms> terms) {
        Consent consent = ConsentOut.of(
                        new uk.mashhub.model.enquiry.Consent(
                                state, Set.of(child.id()), "Her mother, by telephone", why, terms, Optional.empty()),
                        p -> handles.person(head(reader).key(), p))
                .get(0);
        consent.getMeta().getSecurity().clear();
        consent.addIdentifier().setSystem(NAMES).setValue(name);
        return consent;
    }

    List<uk.mashhub.model.enquiry.Consent> recorded() {
        return hub.packet(enquiry).consents();
    }

    long logged(String act) {
        return hub.database
                .app
                .sql("select count(*) from log_entry where act = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }

    String view(Reader reader) {
        return new String(
                hub.door.open(reader.who(), head(reader).id()).orElseThrow().content(), StandardCharsets.UTF_8);
    }
}
