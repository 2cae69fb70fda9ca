package uk.mashhub.model.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.SharedVectors;

class PncIdTest {
    @ParameterizedTest
    @CsvSource({
        "81/34U, 1981/0000034U",
        "00/223R, 2000/0000223R",
        "02/73319Z, 2002/0073319Z",
        "0273319Z, 2002/0073319Z",
        "020073319Z, 2002/0073319Z",
        "033Y, 2003/0000003Y",
        "20020073319Z, 2002/0073319Z",
        "2002/73319Z, 2002/0073319Z",
        "2002/0073319Z, 2002/0073319Z",
        "' 2002/0073319z ', 2002/0073319Z"
    })
    void completesShortForms(String written, String canonical) {
        assertThat(new PncId(written).value()).isEqualTo(canonical);
        assertThat(new PncId(new PncId(written).value())).isEqualTo(new PncId(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01",
                "012345678",
                "1923[1234567A",
                "1923/1234567AA",
                "2001/0171310S",
                "20120052494O",
                "0273/319Z",
                "2002/00733190Z",
                "2002/0073319A",
                "2002//0073319Z",
                "\u0662002/0073319Z"
            })
    void refusesWhatIsNoPncId(String written) {
        assertThatThrownBy(() -> new PncId(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a valid PNC id");
    }

    @Test
    void agreesWithSharedVectors() {
        for (String[] vector : SharedVectors.of("5-nasty/identifiers/pnc.csv")) {
            if (vector[2].equals("valid")) {
                assertThat(new PncId(vector[0]).value()).isEqualTo(vector[1]);
            } else {
                assertThatThrownBy(() -> new PncId(vector[0]))
                        .as(vector[0])
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
