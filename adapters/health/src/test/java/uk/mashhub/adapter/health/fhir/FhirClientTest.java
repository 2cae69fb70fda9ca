package uk.mashhub.adapter.health.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Received;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.contract.LogCapture;

class FhirClientTest {
    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private FhirClient client() {
        return client(Duration.ofSeconds(20));
    }

    private FhirClient client(Duration timeout) {
        return new FhirClient(new FhirAccess(URI.create(server.baseUrl()), timeout, Map.of()), byte[]::new);
    }

    private void serve(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    private void assertUnavailable(String why) {
        assertUnavailable(client(), why);
    }

    private static void assertUnavailable(FhirClient client, String why) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(15),
                () -> assertThatThrownBy(() -> client.get("Patient/9990000018", Map.of(), Patient.class))
                        .isInstanceOf(SourceUnavailable.class)
                        .hasMessageContaining(why)
                        .hasMessageNotContaining("9990000018"));
    }

    @Test
    void readsAResource() throws SourceUnavailable {
        serve(aResponse().withBody("{\"resourceType\":\"Patient\",\"id\":\"1\"}"));
        assertThat(client().get("Patient/1", Map.of(), Patient.class)).isPresent();
    }

    @Test
    void givesUpOnABodyThatDrips() {
        serve(aResponse().withBody("{\"resourceType\":\"Patient\"}").withChunkedDribbleDelay(20, 20_000));
        assertUnavailable(client(Duration.ofMillis(500)), "took too long");
    }

    @Test
    void givesUpOnAnAnswerThatIsTooLarge() {
        serve(aResponse().withBody(new byte[Received.LARGEST_MESSAGE + 1]));
        assertUnavailable("broke off");
    }

    @Test
    void followsNoRedirect() {
        serve(aResponse().withStatus(302).withHeader("Location", server.baseUrl() + "/elsewhere"));
        assertUnavailable("302");
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void isUnavailableForAnotherResource() {
        serve(aResponse().withBody("{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}"));
        assertUnavailable("not a Patient");
    }

    @Test
    void logsNoAddressAtAnyLevel() throws Exception {
        serve(aResponse().withBody("{\"resourceType\":\"Patient\",\"id\":\"1\"}"));
        String log = LogCapture.of(() -> {
            client().get("Patient/9990000018", Map.of(), Patient.class);
            client().follow(server.baseUrl() + "/?who=9990000018", Patient.class);
        });
        assertThat(log).doesNotContain("9990000018");
    }

    @Test
    void refusesToRunInAJvmThatLogsRequests() {
        System.setProperty("jdk.httpclient.HttpClient.log", "requests");
        try {
            assertThatIllegalStateException().isThrownBy(this::client);
        } finally {
            System.clearProperty("jdk.httpclient.HttpClient.log");
        }
    }

    @Test
    void refusesPlainHttpToOtherMachines() {
        for (String base :
                new String[] {"http://example.org", "https://example.org/", "https://u:p@example.org", "ftp://x"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new FhirAccess(URI.create(base), Duration.ofSeconds(1), Map.of()));
        }
    }
}
