package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.Upn;

class FamiliesTest {
    private static final Path MAP = Path.of("../config/match/families.yaml");
    private static final int PEOPLE = 2_000;

    @TempDir
    Path dir;

    @Test
    void inventsTheSameFamiliesFromTheSameSeed() {
        assertThat(Families.csv(5, 300)).isEqualTo(Families.csv(5, 300)).isNotEqualTo(Families.csv(6, 300));
        assertThatThrownBy(() -> Families.csv(5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void meetsEveryHardCaseWithNumbersThatPassTheirChecksAndBelongToNobody() throws IOException {
        CsvRecords records = CsvRecords.read(written(Families.csv(5, PEOPLE)));
        assertThat(records.problems()).isEmpty();
        assertThat(records.rows())
                .extracting(r -> r.value("case"))
                .contains("twins", "newborn", "adoption", "refuge", "step", "family");
        assertThat(records.rows()).extracting(r -> r.value("bornAccuracy")).contains("EXPECTED", "ESTIMATED", "");
        assertThat(records.rows()).anyMatch(r -> !r.value("alias").isEmpty());
        records.rows().stream()
                .map(r -> r.value("nhsNumber"))
                .filter(n -> !n.isEmpty())
                .forEach(n -> assertThat(new NhsNumber(n).value()).startsWith("999"));
        records.rows().stream()
                .map(r -> r.value("upn"))
                .filter(n -> !n.isEmpty())
                .forEach(n -> assertThat(new Upn(n).value()).contains("999"));
    }

    /** What befalls a family and how it is written down is drawn once for all groups: only the names differ. */
    @Test
    void tellsTheSameStoriesOfEveryGroupOfNames() throws IOException {
        CsvRecords records = CsvRecords.read(written(Families.csv(5, PEOPLE)));
        Map<String, Long> byGroup = records.rows().stream()
                .collect(Collectors.groupingBy(r -> r.value("group"), TreeMap::new, Collectors.counting()));
        assertThat(byGroup).hasSize(8);
        assertThat(Collections.max(byGroup.values()) / (double) Collections.min(byGroup.values()))
                .isLessThan(1.05);
    }

    /** The quality to reach: automatic links right in 9,995 of 10,000, and no group's links missed far more often. */
    @Test
    void linksFamiliesWithoutMixingThemUp() throws IOException {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Report report = new Evaluation(ModelFile.shipped(), 7, clock)
                .of(new Inputs(written(Families.csv(2, 8_000)), Optional.empty(), MAP, "person"));
        Curve.Point certain = report.links().at(report.certain());
        assertThat(certain.precision()).isGreaterThanOrEqualTo(0.9995);
        assertThat(certain.recall()).isGreaterThan(0.65);
        for (String missed : List.of("missedByCertain", "missedByReview")) {
            double[] shares = report.groups().stream()
                    .mapToDouble(g -> ((Number) g.getOrDefault(missed, 1.0)).doubleValue())
                    .sorted()
                    .toArray();
            assertThat(shares).hasSize(8);
            assertThat(shares[7] / shares[0]).as(missed).isLessThanOrEqualTo(1.5);
        }
    }

    private Path written(String csv) throws IOException {
        Path file = dir.resolve("families.csv");
        Files.writeString(file, csv);
        return file;
    }
}
