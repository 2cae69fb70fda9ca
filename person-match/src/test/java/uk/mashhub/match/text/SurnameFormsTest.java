package uk.mashhub.match.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurnameFormsTest {
    @ParameterizedTest
    @CsvSource({
        "zhang, cheung",
        "xu, hsu",
        "wang, wong",
        "huang, wong",
        "kowalski, kowalska",
        "petrov, petrova",
        "zelensky, zelenska",
        "macdonald, mcdonald",
        "almasri, elmasry",
        "kazlauskas, kazlauskiene"
    })
    void knowsOneNameInTwoSystems(String a, String b) {
        assertThat(SurnameForms.oneName(a, b)).isTrue();
        assertThat(SurnameForms.oneName(b, a)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"wang, zhang", "kowalski, nowak", "macdonald, mcdonnell", "almasri, alhariri", "mack, mick", "eva, ev"})
    void keepsOtherNamesApart(String a, String b) {
        assertThat(SurnameForms.oneName(a, b)).isFalse();
    }
}
