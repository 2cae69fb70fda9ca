package uk.mashhub.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Postcodes are of no real place: no area begins with Q, V, X or ZZ. */
class FieldKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 Larch Way, Exampleton, ZZ6 1BB|ZZ6",
                "7 Larch Way, Exampleton ZZ61BB|ZZ6",
                "1 Long Road, zz12  3cd.|ZZ12",
                "Q1A 1AA|Q1A",
                "Flat ZZ1, X9 9XX|X9"
            })
    void leavesTheDistrictOfAPostcodeAtTheEnd(String address, String district) {
        assertThat(FieldKind.ADDRESS.generalised(address)).contains(district);
        assertThat(FieldKind.POSTCODE.generalised(address)).contains(district);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7 Larch Way, Exampleton",
                "ZZ6",
                "ZZ6 1BB (the refuge)",
                "ZZ6 1BB\nFlat 2",
                "XXZZ6 1BB",
                "12 6 1BB"
            })
    void leavesNothingOfWhatItDoesNotUnderstand(String address) {
        assertThat(FieldKind.ADDRESS.generalised(address)).isEmpty();
    }

    @Test
    void leavesNothingOfAnyOtherField() {
        for (FieldKind kind : FieldKind.values()) {
            if (!kind.generalises()) {
                assertThat(kind.generalised("ZZ6 1BB")).isEmpty();
            }
        }
    }
}
