package uk.mashhub.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import uk.mashhub.adapter.IntakeMessage;
import uk.mashhub.hub.screens.AgencyClient;
import uk.mashhub.hub.screens.Screens;

class MessageDoorTest {
    private static final String PATH = "/fhir/$process-message";

    private final IntakeQueue queue = Screens.part(IntakeQueue.class);
    private final KnownMessages known = Screens.part(KnownMessages.class);
    private final AgencyClient client = new AgencyClient();

    @BeforeEach
    void takes() {
        Screens.forget(queue, known);
        when(queue.send(any())).thenReturn(true);
    }

    private static String bundle() throws IOException {
        return Files.readString(Path.of("../adapters/simulators/src/main/resources/health/bars/maya-bruising.json"));
    }

    private HttpResponse<String> process(String principal, String body, String... headers) throws Exception {
        HttpRequest.Builder request = client.as(principal, PATH)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(headers.length == 0 ? request : request.headers(headers));
    }

    private IntakeMessage sent() {
        ArgumentCaptor<IntakeMessage> message = ArgumentCaptor.forClass(IntakeMessage.class);
        verify(queue).send(message.capture());
        return message.getValue();
    }

    @Test
    void takesAMessageUnderTheHeadersId() throws Exception {
        HttpResponse<String> answer = process("health-referrals", bundle(), "Message-Id", "bars-1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("OperationOutcome", "The referral was received.");
        assertThat(sent().messageId().value()).isEqualTo("bars-1");
        assertThat(sent().format()).isEqualTo("fhir-bars-r4");
    }

    @Test
    void takesTheBundlesOwnNameWithoutTheHeader() throws Exception {
        String named = bundle().replaceFirst("\\{", "{\"identifier\":{\"system\":\"urn:x\",\"value\":\"bundle-7\"},");
        process("health-referrals", named);
        assertThat(sent().messageId().value()).isEqualTo("bundle-7");
    }

    @Test
    void namesAMessageThatCannotBeReadAfterItsBytes() throws Exception {
        HttpResponse<String> answer = process("health-referrals", "{\"resourceType\":");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
        assertThat(answer.body()).contains("OperationOutcome", "error");
        assertThat(sent().messageId().value()).startsWith("sha256-");
    }

    @Test
    void answersInFhirWhateverHappens() throws Exception {
        assertThat(process("school-form", bundle()).body()).contains("OperationOutcome", "forbidden");
        assertThat(client.send(client.doors(PATH).POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .body())
                .contains("OperationOutcome", "login");
        when(queue.send(any())).thenReturn(false);
        HttpResponse<String> closed = process("health-referrals", bundle());
        assertThat(closed.statusCode()).isEqualTo(503);
        assertThat(closed.headers().firstValue("Retry-After")).isPresent();
        assertThat(closed.body()).contains("OperationOutcome", "transient");
    }
}
