package uk.mashhub.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.SourceUnavailable;
import uk.mashhub.adapter.route.SftpFeed;
import uk.mashhub.adapter.route.SftpFolder;

class SimulatedAgenciesTest {
    private static final URI HUB = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path directory;

    private final List<String> events = new ArrayList<>();

    @Test
    void tellsWhereEverythingIs() {
        try (SimulatedAgencies agencies =
                SimulatedAgencies.start(settings(), HUB, List.of(agency("fire", "fire.url")))) {
            assertThat(agencies.endpoints())
                    .containsKeys(
                            "sftp.host",
                            "sftp.port",
                            "sftp.knownHosts",
                            "sftp.police.privateKey",
                            "sftp.council.privateKey",
                            "fire.url",
                            "oidc.issuer",
                            "oidc.clientId",
                            "oidc.clientSecret");
            assertThat(agencies.agency(AgencySimulator.class).name()).isEqualTo("fire");
        }
        assertThat(events).containsExactly("start fire", "stop fire");
    }

    @Test
    void showsEachAccountItsOwnFilesAlone() throws Exception {
        try (SimulatedAgencies agencies = SimulatedAgencies.start(settings(), HUB, List.of())) {
            Files.writeString(settings().inbox("council").resolve("census.xml"), "council's");
            Map<String, String> endpoints = agencies.endpoints();
            assertThat(folder(endpoints, "council", "council", "in").newest(".*"))
                    .hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("council's"));
            assertThat(folder(endpoints, "police", "police", "in").newest(".*")).isEmpty();
            assertThatThrownBy(
                            () -> folder(endpoints, "council", "police", "in").newest(".*"))
                    .isInstanceOf(SourceUnavailable.class);
            assertThatThrownBy(() ->
                            folder(endpoints, "police", "police", "council/in").newest(".*"))
                    .isInstanceOf(SourceUnavailable.class);
        }
    }

    @Test
    void keepsPrivateKeysPrivate() throws Exception {
        try (SimulatedAgencies agencies = SimulatedAgencies.start(settings(), HUB, List.of())) {
            Path key = Path.of(agencies.endpoints().get("sftp.police.privateKey"));
            assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        }
    }

    @Test
    void stopsWhatItStartedWhenOneCannotStart() {
        AgencySimulator failing = new AgencySimulator() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public void start(SimulatorSettings settings) {
                throw new IllegalStateException("no port");
            }

            @Override
            public Map<String, String> endpoints() {
                return Map.of();
            }

            @Override
            public void stop() {
                events.add("stop failing");
            }
        };
        assertThatThrownBy(() -> SimulatedAgencies.start(settings(), HUB, List.of(agency("fire", "fire.url"), failing)))
                .hasMessage("no port");
        assertThat(events).containsExactly("start fire", "stop failing", "stop fire");
    }

    @Test
    void refusesAKeyUnderAnothersName() {
        assertThatThrownBy(() -> SimulatedAgencies.start(settings(), HUB, List.of(agency("fire", "police.url"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private AgencySimulator agency(String name, String key) {
        return new AgencySimulator() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start(SimulatorSettings settings) {
                assertThat(settings.inbox("council")).isDirectory();
                events.add("start " + name);
            }

            @Override
            public Map<String, String> endpoints() {
                return Map.of(key, "http://127.0.0.1:1");
            }

            @Override
            public void stop() {
                events.add("stop " + name);
            }
        };
    }

    private static SftpFolder folder(Map<String, String> endpoints, String account, String key, String directory) {
        return new SftpFolder(new SftpFeed(
                endpoints.get("sftp.host"),
                Integer.parseInt(endpoints.get("sftp.port")),
                directory,
                account,
                Path.of(endpoints.get("sftp." + key + ".privateKey")),
                Path.of(endpoints.get("sftp.knownHosts")),
                Duration.ofSeconds(1)));
    }

    private SimulatorSettings settings() {
        Random random = new Random(5);
        return new SimulatorSettings(directory, Clock.systemUTC(), length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        });
    }
}
