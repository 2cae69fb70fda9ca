package uk.mashhub.hub.api.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.enquiry.Competence;
import uk.mashhub.model.enquiry.ConsentGiver;
import uk.mashhub.model.enquiry.ConsentScope;
import uk.mashhub.model.enquiry.ConsentTerms;
import uk.mashhub.model.vocabulary.ConsentState;

/** What the FHIR door for consents refuses, and in which words. */
class ConsentRefusalsTest extends ConsentRoom {
    private void refused(String element, Consumer<Consent> change) {
        Consent consent = agreed(screening, "c-4");
        change.accept(consent);

        ResponseEntity<byte[]> answer = post(screening, consent);

        assertThat(answer.getStatusCode().value()).as(text(answer)).isEqualTo(422);
        assertThat(issue(answer).getExpression().stream().map(StringType::getValue))
                .as(text(answer))
                .containsExactly(element);
        assertThat(recorded()).isEmpty();
    }

    @Test
    void refusesWhatItCannotHonourAndNamesTheElement() {
        refused(
                "Consent.provision.provision[0]",
                c -> c.getProvision().addProvision().setType(Consent.ConsentProvisionType.DENY));
        refused(
                "Consent.provision.securityLabel[0]",
                c -> c.getProvision()
                        .addSecurityLabel(
                                new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", null)));
        refused("Consent.policy[0].uri", c -> c.getPolicyFirstRep().setUri("https://other.example/policy"));
        refused("Consent.provision.type", c -> c.getProvision().setType(null));
        for (String day : List.of("2019-05-01", "2019-05", "2019")) {
            refused("Consent.dateTime", c -> c.setDateTimeElement(new DateTimeType(day)));
        }
        refused("Consent.identifier", c -> c.getIdentifier().clear());
        refused(
                "Consent.category[0].coding[0]",
                c -> c.setCategory(List.of(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)))));
        refused(
                "Consent.patient.identifier",
                c -> c.getPatient().getIdentifier().setValue(handle(reader("council-decision"), child)));
        refused(
                "Consent.patient.identifier",
                c -> c.getPatient()
                        .getIdentifier()
                        .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                        .setValue("9990000018"));
        refused(
                "Consent.provision.purpose[0]",
                c -> c.getProvision()
                        .addPurpose(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "TREAT", null)));
    }

    @Test
    void refusesACodeThatR4DoesNotKnowRatherThanLeaveItOut() {
        String json = parser().encodeResourceToString(agreed(screening, "c-5"));

        for (String changed : List.of(
                json.replace("\"permit\"", "\"permitt\""),
                json.replace("\"status\":\"active\"", "\"status\":\"on\""))) {
            ResponseEntity<byte[]> answer = post(screening, changed.getBytes(StandardCharsets.UTF_8));
            assertThat(changed).isNotEqualTo(json);
            assertThat(answer.getStatusCode().value()).isEqualTo(422);
            assertThat(issue(answer).getExpression()).isNotEmpty();
        }
        assertThat(recorded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"resourceType\":\"Patient\"}",
                "{\"resourceType\":\"Consent\"}",
                "{\"resourceType\":\"Consent\",\"status\":\"active\",\"status\":\"rejected\"}",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Consent xmlns='http://hl7.org/fhir'>&e;</Consent>"
            })
    void refusesWhatIsNoConsent(String body) {
        ResponseEntity<byte[]> answer = post(screening, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(issue(answer).getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.ERROR);
        assertThat(text(answer)).doesNotContain("passwd");
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeep() {
        byte[] large = new byte[128 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) ' ');
        assertThat(post(screening, large).getStatusCode().value()).isEqualTo(413);

        byte[] deep =
                ("{\"resourceType\":\"Consent\",\"extension\":" + "[".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        assertThat(post(screening, deep).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void refusesInTheWordsOfTheFormWhatTheFormRefuses() {
        ConsentTerms ownWord = new ConsentTerms(
                ConsentGiver.SELF,
                Optional.of(child.id()),
                Optional.of(new Competence(Competence.Kind.CAPACITY_PRESUMED, "", Optional.empty())),
                ConsentScope.ALL,
                Optional.empty(),
                Optional.empty());

        ResponseEntity<byte[]> answer =
                post(screening, written(screening, "c-6", ConsentState.GIVEN, Optional.empty(), Optional.of(ownWord)));

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(issue(answer).getCode()).isEqualTo(OperationOutcome.IssueType.BUSINESSRULE);
        assertThat(text(answer)).contains("Gillick");
        assertThat(recorded()).isEmpty();
        assertThat(post(screening, agreed(screening, "c-6")).getStatusCode().value())
                .as("a refusal uses up no name")
                .isEqualTo(201);
    }

    @Test
    void isNotThereForWhoHasNoSuchPacketOrMayNotRecord() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        assertThat(door.search(screening, new UUID(1, 2), request)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(door.search(reader("police-desk"), head(screening).id().value(), request)
                        .getStatusCode()
                        .value())
                .as("another team's packet")
                .isEqualTo(404);

        Reader education = reader("education-desk");
        ResponseEntity<byte[]> answer = post(education, agreed(education, "c-10"));
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(text(answer)).contains("Only the local authority");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void refusesASearchThatItWouldAnswerWithMoreThanWasAskedFor() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setParameter("patient", "x");
        assertThat(door.search(screening, head(screening).id().value(), request)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }
}
