package uk.mashhub.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.disclose.ReferrerDoor;
import uk.mashhub.hub.proof.Receipt;
import uk.mashhub.hub.screens.AgencyClient;
import uk.mashhub.hub.screens.Screens;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.Principal;

class OutcomeDoorTest {
    private static final UUID RECEIPT = UUID.fromString("4f2a8b90-13d5-8c77-9e21-6a0b5c9d8e10");
    private static final String FORM = "/api/referrals/" + RECEIPT + "/outcome";
    private static final String FHIR = "/fhir/Task/" + RECEIPT;
    private static final byte[] TOLD =
            "{\"contact\":\"MASH, 020 7946 0100\",\"decidedOn\":\"2026-03-09\",\"outcome\":\"EARLY_HELP\",\"text\":\"Early help is offered.\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final ReferrerDoor door = Screens.part(ReferrerDoor.class);
    private final AgencyClient client = new AgencyClient();

    @BeforeEach
    void tellsTheSchool() {
        Screens.forget(door);
        when(door.fetch(new Principal("school-form"), RECEIPT)).thenReturn(Optional.of(TOLD));
        when(door.fetch(new Principal("health-referrals"), RECEIPT)).thenReturn(Optional.of(TOLD));
    }

    private HttpResponse<String> get(String principal, String path) throws Exception {
        return client.send(client.as(principal, path).GET());
    }

    @Test
    void servesTheOutcomeByteForByteToWhomeverItWasToldTo() throws Exception {
        HttpResponse<String> answer = get("school-form", FORM);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(new String(TOLD, StandardCharsets.UTF_8));
    }

    @Test
    void servesTheReceiptToWhomeverItWasToldToAndNobodyElse() throws Exception {
        DisclosureId disclosure = new DisclosureId(UUID.fromString("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002"));
        byte[] proof = "c2sp.org/tlog-proof@v1\n".getBytes(StandardCharsets.US_ASCII);
        when(door.receipt(new Principal("school-form"), RECEIPT))
                .thenReturn(Optional.of(new Receipt(disclosure, Receipt.Kind.WITNESSED, proof)));

        assertThat(get("school-form", FORM + "/receipt").body()).isEqualTo("c2sp.org/tlog-proof@v1\n");
        assertThat(get("public-form", FORM + "/receipt").statusCode()).isEqualTo(404);
    }

    @Test
    void servesItAsACompletedTaskOfFhirR4() throws Exception {
        HttpResponse<String> answer = get("health-referrals", FHIR);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
        Task task = FhirContext.forR4()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Task.class, answer.body());
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(task.getBusinessStatus().getText()).isEqualTo("Early help is offered.");
        assertThat(task.getOutput()).hasSize(2);
    }

    @Test
    void hasOneAnswerForWhatIsNotToldNotKnownOrSomebodyElses() throws Exception {
        HttpResponse<String> others = get("public-form", FORM);
        HttpResponse<String> unknown = get(
                "school-form",
                "/api/referrals/" + UUID.fromString("00000000-0000-4000-8000-000000000000") + "/outcome");
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(get("public-form", FHIR).statusCode()).isEqualTo(404);
        assertThat(others.body().replace(RECEIPT.toString(), ""))
                .isEqualTo(unknown.body().replace("00000000-0000-4000-8000-000000000000", ""));
    }

    @Test
    void asksNobodyIn() throws Exception {
        assertThat(client.send(client.doors(FORM).GET()).statusCode()).isEqualTo(401);
        assertThat(client.send(client.doors(FHIR).GET()).statusCode()).isEqualTo(401);
        verify(door, never()).fetch(any(), any());
    }
}
