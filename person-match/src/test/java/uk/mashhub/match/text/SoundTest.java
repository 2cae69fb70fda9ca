package uk.mashhub.match.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTest {
    @ParameterizedTest
    @CsvSource({"mohammed, muhammad", "mohamed, mohammad", "hussein, husain", "chowdhury, choudhary"})
    void hearsRomanisationsOfOneNameAlike(String a, String b) {
        assertThat(Sound.skeleton(a)).isEqualTo(Sound.skeleton(b));
    }

    @ParameterizedTest
    @CsvSource({"amina, samina", "ade, ola", "wei, min"})
    void tellsOtherNamesApart(String a, String b) {
        assertThat(Sound.skeleton(a)).isNotEqualTo(Sound.skeleton(b));
    }

    @Test
    void readsOtherScripts() {
        assertThat(Latin.words("Сергей Лавров")).containsExactly("sergei", "lavrov");
        assertThat(Latin.words("Siân O’Brien")).containsExactly("sian", "obrien");
    }

    @Test
    void leavesTitlesAndOrdinalsOut() {
        assertThat(Titles.without(Folded.words("Sir John Example, 2nd Duke of Sample")))
                .containsExactly("john", "example", "sample");
    }

    @Test
    void bringsTelephoneNumbersIntoOneForm() {
        // Ofcom keeps 01632 960xxx for drama.
        assertThat(Phones.number("01632 960001")).contains("+441632960001").isEqualTo(Phones.number("+44 1632 960001"));
        assertThat(Phones.number("not known")).isEmpty();
    }
}
