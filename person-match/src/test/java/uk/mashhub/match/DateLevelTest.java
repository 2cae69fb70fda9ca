package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;

class DateLevelTest {
    @ParameterizedTest
    @CsvSource({
        "2015-03-07, ACCURATE, 2015-03-07, ACCURATE, EXACT",
        "2015-03-07, ACCURATE, 2015-03-07, UNCERTAIN, SAME_DAY",
        "2015-01-01, ACCURATE, 2015-01-01, ACCURATE, SAME_DAY",
        "2015-03-07, ACCURATE, 2015-06-01, ESTIMATED, COMPATIBLE",
        "2015-03-07, ACCURATE, 2014-06-01, ESTIMATED, DIFFERENT",
        "2015-03-07, ACCURATE, 2015-07-03, ACCURATE, SWAPPED",
        "2015-03-07, ACCURATE, 2015-11-30, ACCURATE, SAME_YEAR",
        "2015-03-07, ACCURATE, 2014-03-07, ACCURATE, DIFFERENT",
        "2026-01-05, EXPECTED, 2025-12-28, ACCURATE, EXPECTED",
        "2026-01-05, EXPECTED, 2026-01-05, EXPECTED, EXPECTED",
        "2026-01-05, EXPECTED, 2025-08-01, ACCURATE, DIFFERENT"
    })
    void comparesBothWays(LocalDate a, Accuracy accuracyA, LocalDate b, Accuracy accuracyB, DateLevel expected) {
        Optional<BirthDate> one = Optional.of(new BirthDate(a, accuracyA));
        Optional<BirthDate> two = Optional.of(new BirthDate(b, accuracyB));
        assertThat(DateLevel.of(one, two)).isEqualTo(expected);
        assertThat(DateLevel.of(two, one)).isEqualTo(expected);
    }

    @Test
    void saysNothingOfAMissingDate() {
        Optional<BirthDate> known = Optional.of(BirthDate.accurate(LocalDate.of(2015, 3, 7)));
        assertThat(DateLevel.of(known, Optional.empty())).isEqualTo(DateLevel.MISSING);
        assertThat(DateLevel.of(Optional.empty(), Optional.empty())).isEqualTo(DateLevel.MISSING);
    }

    @Test
    void bearsTheEdgesOfTime() {
        Optional<BirthDate> first = Optional.of(new BirthDate(LocalDate.MIN, Accuracy.EXPECTED));
        Optional<BirthDate> last = Optional.of(new BirthDate(LocalDate.MAX, Accuracy.EXPECTED));
        assertThat(DateLevel.of(first, last)).isEqualTo(DateLevel.DIFFERENT);
        assertThat(Traits.of(People.named("Ada", "Example")
                        .born("-999999999-01-01", Accuracy.EXPECTED)
                        .details()))
                .isNotEmpty();
    }
}
