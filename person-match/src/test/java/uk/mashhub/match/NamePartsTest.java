package uk.mashhub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.match.text.Nicknames;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonName;

class NamePartsTest {
    @ParameterizedTest
    @CsvSource({
        "Ada, ADA, EXACT",
        "Anne-Marie, Annemarie, EXACT",
        "Ada Mary, Ada, COMPATIBLE",
        "Ada Mary, Ada M, COMPATIBLE",
        "A, Ada, COMPATIBLE",
        "A, A, COMPATIBLE",
        "Bob, Robert, COMPATIBLE",
        "Mohammed, Muhammad, COMPATIBLE",
        "Mohammed Ali, Mohammed Hassan, LOOSE",
        "Aisha, Ayesha, LOOSE",
        "Jhon, John, LOOSE",
        "Alexander, Alexandra, LOOSE",
        "Zoe, Ada, DIFFERENT",
        "B, Ada, DIFFERENT",
        "Baby, Ada, MISSING",
        "Unknown, Unknown, MISSING"
    })
    void comparesForenamesBothWays(String a, String b, Level expected) {
        assertThat(NameParts.forenames(given(a), given(b))).isEqualTo(expected);
        assertThat(NameParts.forenames(given(b), given(a))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "O'Neil, ONEIL, EXACT",
        "O Neil, O'Neil, EXACT",
        "Example-Sample, Example, COMPATIBLE",
        "Sample, Example-Sample, COMPATIBLE",
        "Exampel, Example, LOOSE",
        "Al Test, Al Sample, DIFFERENT",
        "Al, Al Test, DIFFERENT",
        "Sample, Example, DIFFERENT",
        "Not known, Example, MISSING"
    })
    void comparesSurnamesBothWays(String a, String b, Level expected) {
        assertThat(NameParts.surnames(family(a), family(b))).isEqualTo(expected);
        assertThat(NameParts.surnames(family(b), family(a))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Alex, Alexander, true", "Alex, Alexandra, true", "Alexander, Alexandra, false", "Ada, Ada, false"})
    void knowsFormsOfOneName(String a, String b, boolean one) {
        assertThat(Nicknames.oneName(a.toLowerCase(java.util.Locale.ROOT), b.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(one);
    }

    private static NameForm given(String given) {
        return NameForm.of(new PersonName(List.of(given), "", NameUse.USUAL));
    }

    private static NameForm family(String family) {
        return NameForm.of(new PersonName(List.of("Ada"), family, NameUse.USUAL));
    }
}
