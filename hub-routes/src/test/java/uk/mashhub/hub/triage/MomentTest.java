package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T12:00:30Z, now",
        "2026-06-01T12:01:00Z, in 1 minute",
        "2026-06-01T14:10:00Z, in 2 hours 10 minutes",
        "2026-06-01T11:00:00Z, 1 hour ago",
        "2026-06-02T15:00:00Z, in 1 day 3 hours",
        "2026-05-27T11:00:00Z, 5 days ago"
    })
    void saysHowFarAway(Instant at, String words) {
        assertThat(Moment.of(at, NOW, LONDON).relative()).isEqualTo(words);
    }

    @Test
    void tellsLocalTime() {
        assertThat(Moment.of(NOW, NOW, LONDON).absolute()).isEqualTo("Mon 1 Jun 2026, 13:00");
        assertThat(Moment.of(Instant.parse("2026-12-01T12:00:00Z"), NOW, LONDON).absolute())
                .isEqualTo("Tue 1 Dec 2026, 12:00");
    }

    @Test
    void speaksOfDaysAndLeavesTheRest() {
        assertThat(Days.spoken("2015-07-03")).isEqualTo("3 July 2015");
        assertThat(Days.spoken("2026-03-02/2026-03-09")).isEqualTo("2 March 2026 to 9 March 2026");
        assertThat(Days.spoken("/2026-02-26")).isEqualTo("until 26 February 2026");
        assertThat(Days.spoken("2015-13-40")).isEqualTo("2015-13-40");
        assertThat(Days.spoken("about 2015")).isEqualTo("about 2015");
    }
}
