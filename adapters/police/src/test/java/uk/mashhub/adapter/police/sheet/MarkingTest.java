package uk.mashhub.adapter.police.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.model.vocabulary.Classification;

class MarkingTest {
    private final Terms terms = new Terms();

    @ParameterizedTest
    @CsvSource({
        "OFFICIAL, OFFICIAL",
        "official, OFFICIAL",
        "OFFICIAL-SENSITIVE, OFFICIAL_SENSITIVE",
        "Official - Sensitive, OFFICIAL_SENSITIVE",
        "OFFICIAL SENSITIVE, OFFICIAL_SENSITIVE",
        "SECRET, SECRET",
        "UK SECRET, SECRET",
        "TOP SECRET, TOP_SECRET",
        "TopSecret, TOP_SECRET",
        "RESTRICTED, UNKNOWN",
        "CONFIDENTIAL, UNKNOWN",
        "OFFICIAL-SENSITIVE EXCEPT FRIDAYS, UNKNOWN"
    })
    void readsTheMarking(String marking, Classification expected) {
        assertThat(Marking.of(marking, "here", terms)).isEqualTo(expected);
        assertThat(terms.all()).hasSize(expected == Classification.UNKNOWN ? 1 : 0);
    }

    @Test
    void takesTheStricterAndLetsUnknownWin() {
        for (Classification a : Classification.values()) {
            for (Classification b : Classification.values()) {
                Classification both = Marking.stricter(a, b);
                assertThat(both).isEqualTo(Marking.stricter(b, a));
                assertThat(both).isIn(a, b);
                if (a == Classification.UNKNOWN) {
                    assertThat(both).isEqualTo(Classification.UNKNOWN);
                }
            }
        }
        assertThat(Marking.stricter(Classification.OFFICIAL, Classification.OFFICIAL_SENSITIVE))
                .isEqualTo(Classification.OFFICIAL_SENSITIVE);
    }
}
