package uk.mashhub.simulators.police;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.simulators.SimulatorSettings;

class PoliceSimulatorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC);

    private final PoliceSimulator police = new PoliceSimulator();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        police.start(new SimulatorSettings(directory, CLOCK, length -> new byte[length]));
    }

    @AfterEach
    void stop() {
        police.stop();
    }

    private HttpResponse<String> post(String address, String authorisation, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", authorisation)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> token(String secret) throws Exception {
        String pair = police.endpoints().get("police.clientId") + ":" + secret;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return post(police.endpoints().get("police.tokenUrl"), "Basic " + basic, "grant_type=client_credentials");
    }

    private HttpResponse<String> search(String query) throws Exception {
        JsonNode token = JsonMapper.shared()
                .readTree(token(police.endpoints().get("police.clientSecret")).body());
        String bearer = "Bearer " + token.path("access_token").asString();
        return post(police.endpoints().get("police.url") + "/persons/search", bearer, query);
    }

    @Test
    void givesATokenToTheRightClientOnly() throws Exception {
        assertThat(token(police.endpoints().get("police.clientSecret")).statusCode())
                .isEqualTo(200);
        assertThat(token("wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void answersNobodyWithoutAToken() throws Exception {
        HttpResponse<String> response =
                post(police.endpoints().get("police.url") + "/persons/search", "Bearer invented", "{}");
        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void findsByNumberAndByNameAndYear() throws Exception {
        assertThat(search("{\"identifiers\":[{\"scheme\":\"PNC\",\"value\":\"2003/0011985X\"}]}")
                        .body())
                .contains("Test-Harrow");
        assertThat(search("{\"names\":[{\"family\":\"Duplicate\"}],\"birthDate\":\"1979-01-01\"}")
                        .body())
                .contains("pr_e10001ab01", "pr_e10002ab02");
        assertThat(search("{\"names\":[{\"family\":\"Nobody\"}],\"birthDate\":\"1979-01-01\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void turnsFaultsOnAndOff() throws Exception {
        String ruby = "{\"identifiers\":[{\"scheme\":\"NHS\",\"value\":\"9990000093\"}]}";
        police.fail(500);
        assertThat(search(ruby).statusCode()).isEqualTo(500);
        police.refuse("search", "PURPOSE_NOT_AGREED");
        police.bringUp();
        assertThat(search(ruby).statusCode()).isEqualTo(200);
        police.refuseOneToken();
        assertThat(search(ruby).statusCode()).isEqualTo(401);
        assertThat(search(ruby).statusCode()).isEqualTo(200);
    }

    @Test
    void putsANotificationIntoItsAccountUnderItsFinalNameOnly() throws IOException {
        Files.createDirectories(directory.resolve("police").resolve("in"));
        police.send("ppn-refuge");
        try (var files = Files.list(directory.resolve("police").resolve("in"))) {
            assertThat(files).singleElement().satisfies(f -> {
                assertThat(f).hasFileName("ppn-refuge.xml");
                assertThat(f).hasBinaryContent(PoliceFiles.notification("ppn-refuge"));
            });
        }
    }
}
