package uk.mashhub.adapter.police.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.vocabulary.SafetyFlag;

class MarkerTest {
    private final Terms terms = new Terms();

    @ParameterizedTest
    @ValueSource(strings = {"ViSOR", "VISOR nominal", "avis", "A.V.I.S.", "CHIS", "chis handler", "Covert source"})
    void letsNothingOfAConfidentialMarkerThrough(String marker) {
        assertThat(Marker.flag(marker, "here", terms)).isEmpty();
        assertThat(terms.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Theft from Travis Perkins", "Advisory notice", "Chisel", "Davis family", "COVERT_RECORDING"})
    void doesNotTakeOtherWordsForConfidentialOnes(String word) {
        assertThat(Marker.confidential(word)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "safe address, SAFE_ADDRESS",
        "Refuge, SAFE_ADDRESS",
        "UKPPS, PROTECTED_PERSON",
        "weapons, RISK_TO_STAFF",
        "LIMITED_ACCESS, LIMITED_ACCESS",
        "likes cake, UNKNOWN"
    })
    void readsTheFlag(String marker, SafetyFlag expected) {
        assertThat(Marker.flag(marker, "here", terms)).contains(expected);
        assertThat(terms.all()).hasSize(expected == SafetyFlag.UNKNOWN ? 1 : 0);
    }
}
