package uk.mashhub.simulators.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.adapter.route.SftpFeed;
import uk.mashhub.adapter.route.SftpFolder;
import uk.mashhub.model.person.Upn;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.sftp.AgencyFileServer;

class CouncilSimulatorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void putsACensusThatIsFetchedOverSftp() throws Exception {
        try (AgencyFileServer server = new AgencyFileServer(folder, List.of("council"))) {
            new CouncilSimulator().start(settings());
            SftpFeed feed = new SftpFeed(
                    "127.0.0.1",
                    server.port(),
                    "in",
                    "council",
                    folder.resolve("keys").resolve("council"),
                    folder.resolve("keys").resolve("known_hosts"),
                    Duration.ofSeconds(1));
            byte[] census =
                    new SftpFolder(feed).newest("CIN_Census_20\\d\\d\\.xml").orElseThrow();
            assertThat(new String(census, StandardCharsets.UTF_8))
                    .contains("<Year>2026</Year>", "<UPN>H999400116001</UPN>")
                    .doesNotContain("Maya", "Okonkwo");
        }
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Files.createDirectories(settings().inbox("council"));
        new CouncilSimulator().start(settings());
        new CouncilSimulator().start(settings());
        try (Stream<Path> files = Files.list(settings().inbox("council"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("CIN_Census_2026.xml");
        }
    }

    @Test
    void writesNoYearThatHasNoSchema() {
        assertThat(CensusFile.referenceDate(LocalDate.of(2026, 3, 30))).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(CensusFile.referenceDate(LocalDate.of(2026, 3, 31))).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(CensusFile.referenceDate(LocalDate.of(2031, 1, 1))).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void givesEveryChildAPupilNumberOfItsOwn() {
        assertThat(CensusChild.all()).extracting(CensusChild::upn).doesNotHaveDuplicates();
        assertThat(CensusChild.all())
                .allSatisfy(c -> assertThat(new Upn(c.upn()).value()).isEqualTo(c.upn()));
    }

    @Test
    void servesTheSampleFormsAndNothingElse() {
        assertThat(SampleForms.names())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(name -> assertThat(new String(SampleForms.read(name), StandardCharsets.UTF_8))
                        .startsWith("{\n  \"form\": \"council-marf\""));
        assertThatThrownBy(() -> SampleForms.read("../../secret")).isInstanceOf(IllegalArgumentException.class);
    }

    private SimulatorSettings settings() {
        return new SimulatorSettings(folder, CLOCK, byte[]::new);
    }
}
