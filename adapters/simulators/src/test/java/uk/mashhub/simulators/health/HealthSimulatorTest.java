package uk.mashhub.simulators.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.health.HealthSimulator.Service;

class HealthSimulatorTest {
    private static final String MAYA = "9990000018";
    private static final String RUBY = "9990000093";

    private final HealthSimulator simulator = new HealthSimulator();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        simulator.start(new SimulatorSettings(Path.of("."), Clock.systemUTC(), byte[]::new));
    }

    @AfterEach
    void stop() {
        simulator.stop();
    }

    @Test
    void servesAPatientByNhsNumber() throws Exception {
        assertThat(get("pds", "/Patient/" + MAYA).body()).contains("\"Maya\"");
        assertThat(get("pds", "/Patient/9990000107").statusCode()).isEqualTo(404);
    }

    @Test
    void servesPlansOnlyToCallersWhoSayWhetherCareIsUnscheduled() throws Exception {
        String query = "/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + RUBY;
        assertThat(get("cpis", query).statusCode()).isEqualTo(400);
        assertThat(send(request("cpis", query).header("IsUnscheduledAccessEvent", "false"))
                        .body())
                .contains("OTHERSHIRE");
    }

    @Test
    void searchesEncountersByPost() throws Exception {
        assertThat(search(MAYA).body()).contains("ED-2026-0220-17");
        assertThat(search("9990000107").body()).contains("\"total\": 0");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void troublesOneServiceAndNoOther(Service service) throws Exception {
        String name = service.name().toLowerCase(java.util.Locale.ROOT);
        simulator.fail(service);
        assertThat(get(name, "/anything").statusCode()).isEqualTo(500);
        simulator.takeDown(service);
        assertThatThrownBy(() -> get(name, "/anything")).isInstanceOf(IOException.class);
        simulator.hang(service);
        assertThatThrownBy(() -> send(request(name, "/anything").timeout(Duration.ofMillis(300))))
                .isInstanceOf(java.net.http.HttpTimeoutException.class);
        for (Service other : Service.values()) {
            if (other != service) {
                assertThat(get(other.name().toLowerCase(java.util.Locale.ROOT), "/anything")
                                .statusCode())
                        .isNotEqualTo(500);
            }
        }
        simulator.bringUp(service);
        assertThat(get(name, "/anything").statusCode()).isEqualTo(404);
    }

    @Test
    void hasItsSampleReferrals() {
        assertThat(HealthFiles.REFERRALS)
                .allSatisfy(name -> assertThat(new JsonMapper()
                                .readTree(HealthFiles.referral(name))
                                .path("type")
                                .stringValue())
                        .isEqualTo("message"));
    }

    private HttpResponse<String> search(String number) throws Exception {
        return send(request("fhir", "/Encounter/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "patient.identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + number)));
    }

    private HttpResponse<String> get(String service, String path) throws Exception {
        return send(request(service, path));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(simulator.endpoints().get("health." + service + ".url") + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
