package uk.mashhub.model.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.id.SourceId;

class OtherNumbersTest {
    private static final SourceId RMS = new SourceId("rms");

    @Test
    void readsACaseReference() {
        assertThat(new Crn("x123456").value()).isEqualTo("X123456");
        assertThat(new Crn(new Crn("x123456").value())).isEqualTo(new Crn("X123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X12345", "X1234567", "1123456", "XX12345"})
    void refusesWhatIsNoCaseReference(String written) {
        assertThatThrownBy(() -> new Crn(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dropsLeadingZerosOfAPropertyReference() {
        assertThat(new Uprn("000100012345")).isEqualTo(new Uprn("100012345"));
        assertThat(new Uprn("0").value()).isEqualTo("0");
        assertThat(new Uprn("000").value()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123", "12a", "1.5"})
    void refusesWhatIsNoPropertyReference(String written) {
        assertThatThrownBy(() -> new Uprn(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsOwnNumbersOfSourcesApart() {
        assertThat(new LocalId(RMS, "17")).isNotEqualTo(new LocalId(new SourceId("liquid"), "17"));
        assertThat(new LocalId(RMS, "17")).isEqualTo(new LocalId(new SourceId("rms"), "17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void refusesAnEmptyOwnNumber(String written) {
        assertThatThrownBy(() -> new LocalId(RMS, written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnEndlessOwnNumber() {
        assertThatThrownBy(() -> new LocalId(RMS, "1".repeat(81)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("111");
    }
}
