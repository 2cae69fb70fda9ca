package uk.mashhub.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.adapter.Received;
import uk.mashhub.hub.screens.AgencyClient;
import uk.mashhub.hub.screens.Forms;
import uk.mashhub.hub.screens.Screens;

class ReferralDoorTest {
    private static final String PATH = "/api/referrals";

    private final IntakeQueue queue = Screens.part(IntakeQueue.class);
    private final KnownMessages known = Screens.part(KnownMessages.class);
    private final AgencyClient client = new AgencyClient();

    @BeforeEach
    void takes() {
        Screens.forget(queue, known);
        when(queue.send(any())).thenReturn(true);
    }

    private static HttpRequest.Builder posting(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> refer(String principal, String id, String body) throws Exception {
        return client.send(posting(client.as(principal, PATH), body).header("Message-Id", id));
    }

    private IntakeMessage sent() {
        ArgumentCaptor<IntakeMessage> message = ArgumentCaptor.forClass(IntakeMessage.class);
        verify(queue).send(message.capture());
        return message.getValue();
    }

    @Test
    void takesAFormAndAnswersWithAReceipt() throws Exception {
        HttpResponse<String> answer = refer("school-form", "m-1", Forms.aSchoolConcern());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).containsPattern("\\{\"receipt\":\"[0-9a-f-]{36}\"}");
        IntakeMessage message = sent();
        assertThat(message.onBehalfOf()).isEqualTo("school-form");
        assertThat(message.source().value()).isEqualTo("school-form");
        assertThat(new String(Base64.getDecoder().decode(message.bodyBase64()), StandardCharsets.UTF_8))
                .isEqualTo(Forms.aSchoolConcern());
    }

    @Test
    void givesTheSameMessageTheSameReceipt() throws Exception {
        String first = refer("school-form", "m-2", Forms.aSchoolConcern()).body();
        assertThat(refer("school-form", "m-2", Forms.aSchoolConcern()).body()).isEqualTo(first);
        assertThat(refer("school-form", "m-3", Forms.aSchoolConcern()).body()).isNotEqualTo(first);
        assertThat(refer("public-form", "m-2", Forms.aSchoolConcern()).body()).isNotEqualTo(first);
        assertThat(refer("school-form", "m-2", Forms.aSchoolConcern() + " ").body())
                .isNotEqualTo(first);
    }

    @Test
    void tellsTheFaultAndItsPlaceAndForwardsTheMessageWhole() throws Exception {
        HttpResponse<String> answer = refer("school-form", "m-4", Forms.withoutChildren());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"fault\":\"NOT_VALID\"", "\"place\"", "same Message-Id");
        assertThat(sent().bodyBase64()).isNotEmpty();
    }

    @Test
    void keepsNothingThatIsClassifiedTooHigh() throws Exception {
        HttpResponse<String> answer = refer("school-form", "m-5", Forms.classified("SECRET"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("CLASSIFIED_TOO_HIGH");
        IntakeMessage message = sent();
        assertThat(message.bodyBase64()).isEmpty();
        assertThat(message.faultAtTheDoor()).isPresent();
        assertThat(message.onBehalfOf()).isEqualTo("school-form");
    }

    @Test
    void tellsOfAConflictAndLetsTheHubQuarantineIt() throws Exception {
        when(known.conflicts(any(), any(), any())).thenReturn(true);
        assertThat(refer("school-form", "m-6", Forms.aSchoolConcern()).statusCode())
                .isEqualTo(409);
        verify(queue).send(any());
    }

    @Test
    void asksToComeAgainWhileTheBrokerIsAway() throws Exception {
        when(queue.send(any())).thenReturn(false);
        HttpResponse<String> answer = refer("school-form", "m-7", Forms.aSchoolConcern());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void refusesStrangersAndWrongSecrets() throws Exception {
        assertThat(client.send(posting(client.doors(PATH), "{}")).statusCode()).isEqualTo(401);
        for (String principal : new String[] {"school-form", "nobody", ""}) {
            HttpResponse<String> answer = client.send(posting(client.with(principal, "wrong", PATH), "{}"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("wrong\"");
        }
        verify(queue, never()).send(any());
    }

    @Test
    void refusesAPrincipalOfAnotherFormat() throws Exception {
        assertThat(refer("health-referrals", "m-8", Forms.aSchoolConcern()).statusCode())
                .isEqualTo(403);
        assertThat(refer("police-notifications", "m-8", Forms.aSchoolConcern()).statusCode())
                .isEqualTo(403);
        verify(queue, never()).send(any());
    }

    @Test
    void refusesSecretsInTheClear() throws Exception {
        HttpResponse<String> answer =
                client.send(posting(client.inTheClear("school-form", PATH), Forms.aSchoolConcern())
                        .header("Message-Id", "m-9"));
        assertThat(answer.statusCode()).isEqualTo(403);
        verify(queue, never()).send(any());
    }

    @Test
    void wantsAnIdThatIsOne() throws Exception {
        assertThat(client.send(posting(client.as("school-form", PATH), "{}")).statusCode())
                .isEqualTo(400);
        assertThat(refer("school-form", "two words", "{}").statusCode()).isEqualTo(400);
        assertThat(refer("school-form", "x".repeat(129), "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void stopsReadingWhatTurnsOutTooLarge() throws Exception {
        byte[] large = new byte[Received.LARGEST_MESSAGE + 1];
        HttpRequest.Builder unsized = client.as("school-form", PATH)
                .header("Content-Type", "application/json")
                .header("Message-Id", "m-10")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        assertThat(client.send(unsized).statusCode()).isEqualTo(413);
        assertThat(sent().bodyBase64()).isEmpty();
    }

    /** Whoever still writes when the hub answers and closes may find the pipe broken before the answer (RFC 9110 15.5.14). */
    @Test
    void readsNothingOfWhatSaysThatItIsTooLarge() throws Exception {
        try {
            assertThat(refer("school-form", "m-13", " ".repeat(Received.LARGEST_MESSAGE + 1))
                            .statusCode())
                    .isEqualTo(413);
        } catch (IOException e) {
            // The door hangs up while all that is still being sent: before its answer is read, or in the middle of it.
            assertThat(e).hasMessageMatching("(?i).*(broken pipe|connection reset|chunked transfer encoding).*");
        }
        assertThat(sent().bodyBase64()).isEmpty();
    }

    @Test
    void takesNoOtherMediaTypeNorCompression() throws Exception {
        HttpRequest.Builder xml = client.as("school-form", PATH)
                .header("Content-Type", "application/xml")
                .header("Message-Id", "m-11")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"));
        assertThat(client.send(xml).statusCode()).isEqualTo(415);
        HttpRequest.Builder packed = posting(client.as("school-form", PATH), "{}")
                .header("Message-Id", "m-12")
                .header("Content-Encoding", "gzip");
        assertThat(client.send(packed).statusCode()).isEqualTo(415);
    }

    @Test
    void hasNothingElseOnTheDoorsPort() throws Exception {
        for (String path :
                new String[] {"/", "/api/desk/queue", "/quarantine", "/actuator/health", "/fhir/Patient/1"}) {
            assertThat(client.send(client.as("school-form", path).GET()).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(client.send(client.doors(path).GET()).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }
}
