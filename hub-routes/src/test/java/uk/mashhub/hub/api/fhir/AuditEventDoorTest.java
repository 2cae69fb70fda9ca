package uk.mashhub.hub.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.screens.Hands;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.hub.storage.LookupRow;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;

/** Partners' audit tools search the log in FHIR R4; what they get holds what the BALP profiles that it names require. */
class AuditEventDoorTest {
    private static final String PATH = "/api/fhir/AuditEvent";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    private final LookupDoor door = Screens.part(LookupDoor.class);

    private static LookupDoor.Line line(String act, boolean ofView) {
        UUID id = UUID.randomUUID();
        return new LookupDoor.Line(
                new LookupRow(
                        id,
                        id.toString(),
                        new AreaCode("E10999999"),
                        new AgencyId("exampleshire-police"),
                        LookupRow.Share.ROOM,
                        Optional.empty(),
                        Instant.parse("2026-03-02T09:15:00.123Z"),
                        act,
                        Screens.USER,
                        "council-decision",
                        "S47",
                        "ALLOW",
                        "ab".repeat(32),
                        ofView ? Optional.of(id) : Optional.empty()),
                Optional.empty());
    }

    @BeforeEach
    void threeActs() {
        Screens.forget(door);
        when(door.search(any(), any(), any(), eq(Optional.empty()), anyInt()))
                .thenReturn(new LookupDoor.Page(
                        List.of(line("DISCLOSURE", false), line("OPENING", true), line("REFUSAL", false)),
                        Optional.of("2026-03-02T09:15:00Z there"),
                        "e"));
    }

    private static Bundle bundle(ResultActions answer) throws Exception {
        String json =
                answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
    }

    private static AuditEvent event(Bundle bundle, int n) {
        return (AuditEvent) bundle.getEntry().get(n).getResource();
    }

    private void asked(Map<String, String> fields) {
        verify(door)
                .search(
                        any(),
                        any(),
                        argThat(a -> a != null && a.fields().equals(fields)),
                        eq(Optional.empty()),
                        anyInt());
    }

    @Test
    void givesADisclosureWithWhatItsProfileRequires() throws Exception {
        AuditEvent disclosed = event(bundle(Hands.look("ig-police", PATH)), 0);

        assertThat(disclosed.getMeta().getProfile().get(0).getValue()).isEqualTo(BALP + "PrivacyDisclosure.Source");
        assertThat(disclosed.getType().getSystem()).isEqualTo(DCM);
        assertThat(disclosed.getType().getCode()).isEqualTo("110106");
        assertThat(disclosed.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
        assertThat(disclosed.getSubtype())
                .anyMatch(s -> s.getSystem().equals("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle")
                        && s.getCode().equals("disclose"));
        assertThat(disclosed.getRecorded().toInstant()).isEqualTo(Instant.parse("2026-03-02T09:15:00.123Z"));
        assertThat(disclosed.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._0);
        agents(disclosed, "110153", "110152");
        assertThat(agent(disclosed, "110153").getWho().getIdentifier().getValue())
                .as("the source is the observer")
                .isEqualTo(disclosed.getSource().getObserver().getIdentifier().getValue());
        patientAndData(disclosed);
    }

    @Test
    void givesAnOpeningWithWhatItsProfileRequires() throws Exception {
        AuditEvent read = event(bundle(Hands.look("ig-police", PATH)), 1);

        assertThat(read.getMeta().getProfile().get(0).getValue()).isEqualTo(BALP + "PatientRead");
        assertThat(read.getType().getCode()).isEqualTo("rest");
        assertThat(read.getSubtype()).anyMatch(s -> s.getCode().equals("read"));
        assertThat(read.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
        agents(read, "110152", "110153");
        assertThat(agent(read, "IRCP").getRequestor()).isTrue();
        assertThat(agent(read, "IRCP").getWho().getIdentifier().getValue()).isEqualTo(Screens.USER);
        assertThat(agent(read, "IRCP").hasNetwork()).isFalse();
        patientAndData(read);
    }

    private static AuditEvent.AuditEventAgentComponent agent(AuditEvent event, String type) {
        return event.getAgent().stream()
                .filter(a -> a.getType().getCodingFirstRep().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void agents(AuditEvent event, String... types) {
        for (String type : types) {
            AuditEvent.AuditEventAgentComponent agent = agent(event, type);
            assertThat(agent.getWho().getIdentifier().getValue()).as(type).isNotEmpty();
            assertThat(agent.hasNetwork()).as(type).isTrue();
            assertThat(agent.getRequestor()).as(type).isFalse();
        }
    }

    private static void patientAndData(AuditEvent event) {
        assertThat(event.getEntity()).hasSize(2);
        assertThat(event.getEntity()).extracting(e -> e.getType().getCode()).containsExactly("1", "2");
        assertThat(event.getEntity()).extracting(e -> e.getRole().getCode()).containsExactly("1", "3");
        assertThat(event.getEntity()).allMatch(AuditEvent.AuditEventEntityComponent::hasWhat);
        assertThat(event.getEntity().get(0).getWhat().getType()).isEqualTo("Patient");
    }

    @Test
    void claimsNoProfileForAnyOtherActAndTellsARefusal() throws Exception {
        AuditEvent refused = event(bundle(Hands.look("ig-police", PATH)), 2);

        assertThat(refused.getMeta().getProfile()).isEmpty();
        assertThat(refused.getType().getCode()).isEqualTo("REFUSAL");
        assertThat(refused.getOutcome()).isEqualTo(AuditEvent.AuditEventOutcome._4);
    }

    @Test
    void turnsPagesWithoutATotal() throws Exception {
        Bundle bundle = bundle(Hands.look("ig-police", PATH + "?type=" + DCM + "|110106&_count=3"));

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(bundle.hasTotal()).isFalse();
        assertThat(bundle.getLink("next").getUrl()).contains("_count=3", "110106", "_cursor=2026");
        asked(Map.of("act", "DISCLOSURE"));
    }

    @Test
    void takesAPatientsNumberInABodyAlone() throws Exception {
        String number = "https://fhir.nhs.uk/Id/nhs-number|9990000018";
        Hands.look("ig-police", PATH + "?patient:identifier=" + number).andExpect(status().isBadRequest());
        verifyNoInteractions(door);

        Bundle found = bundle(Hands.send("ig-police", PATH + "/_search", "patient:identifier", number));

        asked(Map.of("number", "9990000018"));
        assertThat(found.getLink()).noneMatch(l -> l.getUrl().contains("999000"));
    }

    @Test
    void readsItsOtherParameters() throws Exception {
        bundle(Hands.send(
                "ig-police",
                PATH + "/_search",
                "date",
                "ge2026-03-01",
                "agent:identifier",
                "urn:uk.mashhub:team|council-decision",
                "entity:identifier",
                "urn:uk.mashhub:enquiry|MH-1",
                "outcome",
                "4"));
        asked(Map.of("from", "2026-03-01", "recipient", "council-decision", "reference", "MH-1", "act", "REFUSAL"));
    }

    @Test
    void refusesAParameterThatItDoesNotHave() throws Exception {
        for (String parameter : List.of("site=x", "date=gt2026-01-01", "agent:identifier=x", "type=x", "_count=x")) {
            Hands.look("ig-police", PATH + "?" + parameter).andExpect(status().isBadRequest());
        }
        verifyNoInteractions(door);
    }

    @Test
    void isNotThereForAnybodyElse() throws Exception {
        for (String team : List.of("council-decision", "police-desk")) {
            Hands.look(team, PATH).andExpect(status().isNotFound());
            Hands.look(team, "/api/fhir/metadata").andExpect(status().isNotFound());
            Hands.send(team, PATH + "/_search").andExpect(status().isNotFound());
        }
        verifyNoInteractions(door);
    }

    @Test
    void saysWhatIsThere() throws Exception {
        String json = Hands.page("ig-police", "/api/fhir/metadata");
        CapabilityStatement statement =
                FhirContext.forR4Cached().newJsonParser().parseResource(CapabilityStatement.class, json);

        CapabilityStatement.CapabilityStatementRestResourceComponent events =
                statement.getRestFirstRep().getResourceFirstRep();
        assertThat(events.getType()).isEqualTo("AuditEvent");
        assertThat(events.getSupportedProfile()).hasSize(2);
        assertThat(events.getSearchParam())
                .extracting(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                .containsExactlyInAnyOrder("date", "agent", "patient", "entity", "type", "subtype", "outcome");
    }
}
