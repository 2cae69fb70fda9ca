package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.match.weight.ModelFile;

/** The quality to reach on public records, in one configuration for all of them. */
class PublicSetsTest {
    private static final Path MAPS = Path.of("../config/match");

    @Test
    void linksFebrl1() {
        Report report = evaluate("febrl.yaml", "febrl/dataset1.csv", Optional.empty(), "rec_id");
        assertThat(report.links().best().f1()).isGreaterThanOrEqualTo(0.997);
        assertThat(report.links().at(report.certain()).precision()).isEqualTo(1);
    }

    @Test
    void linksFebrl4() {
        Report report = evaluate("febrl.yaml", "febrl/dataset4a.csv", Optional.of("febrl/dataset4b.csv"), "rec_id");
        assertThat(report.links().best().f1()).isGreaterThanOrEqualTo(0.998);
        assertThat(report.links().recallAtPrecision999()).isGreaterThanOrEqualTo(0.997);
        assertThat(report.links().at(report.certain()).precision()).isEqualTo(1);
    }

    @Test
    void linksHistoricalPeople() {
        Report report = evaluate("historical.yaml", "splink/historical_figures_40pct.csv", Optional.empty(), "cluster");
        assertThat(report.links().best().f1()).isGreaterThanOrEqualTo(0.84);
        assertThat(report.links().recallAtPrecision999()).isGreaterThanOrEqualTo(0.60);
        assertThat(report.links().at(report.certain()).precision()).isGreaterThanOrEqualTo(0.9995);
    }

    @Test
    void linksFake1000() {
        Report report = evaluate("fake-1000.yaml", "splink/fake_1000.csv", Optional.empty(), "cluster");
        assertThat(report.links().best().f1()).isGreaterThanOrEqualTo(0.88);
        assertThat(report.links().at(report.certain()).precision()).isEqualTo(1);
    }

    @Test
    void comparesNamesAcrossScripts() {
        Report report = evaluate("name-bench.yaml", "name-bench/person_name_pairs_a.csv", Optional.empty(), "is_match");
        assertThat(report.links().best().f1()).isGreaterThanOrEqualTo(0.78);
    }

    private static Report evaluate(String map, String records, Optional<String> other, String truth) {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to measure against public records");
        Path sets = Path.of(String.valueOf(shared), "1-person-matching");
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new Evaluation(ModelFile.shipped(), 7, clock)
                .of(new Inputs(sets.resolve(records), other.map(sets::resolve), MAPS.resolve(map), truth));
    }
}
