package uk.mashhub.match.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;

class MatchBenchTest {
    @Test
    void saysForEachSizeHowLongItTookAndWhatItFound() {
        AtomicLong nanos = new AtomicLong();
        String json = new MatchBench(1, () -> nanos.addAndGet(1_000)).json(List.of(200, 400));
        assertThat(json)
                .contains("\"records\": 200", "\"records\": 400", "\"automaticLinksWrong\": 0")
                .contains("\"batchSeconds\"", "\"batchProcessorSeconds\"", "\"batchPeakMemoryMb\"")
                .contains("\"lookupMicrosP50\": 1.0", "\"lookupMicrosP99\": 1.0", "\"entriesASecond\"");
        assertThatThrownBy(() -> new MatchBench(1, nanos::get).json(List.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inventsTheSameTownFromTheSameSeedWithNumbersOfTheTestRange() {
        Population town = new Population(3);
        for (int record = 0; record < 50; record++) {
            assertThat(town.details(record)).isEqualTo(new Population(3).details(record));
            assertThat(town.details(record).identifiers())
                    .extracting(PersonIdentifier::value)
                    .allMatch(
                            n -> n.startsWith("999") && new NhsNumber(n).value().equals(n));
        }
        assertThat(Population.person(4)).isEqualTo(3);
        assertThat(Population.person(5)).isEqualTo(5);
    }
}
