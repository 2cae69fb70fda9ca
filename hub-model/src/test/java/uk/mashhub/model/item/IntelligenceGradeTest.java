package uk.mashhub.model.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.model.vocabulary.HandlingCode;
import uk.mashhub.model.vocabulary.InformationAssessment;
import uk.mashhub.model.vocabulary.SourceEvaluation;

class IntelligenceGradeTest {
    @ParameterizedTest
    @CsvSource({
        "1AP, RELIABLE, A, P",
        "2-D-C, UNTESTED, D, C",
        "3/e/p, NOT_RELIABLE, E, P",
        "1 B C, RELIABLE, B, C",
        "B24, RELIABLE, A, C",
        "A11, RELIABLE, A, P",
        "C33, NOT_RELIABLE, B, P",
        "D45, NOT_RELIABLE, D, C",
        "E51, UNTESTED, E, P"
    })
    void readsGrades(String text, SourceEvaluation source, InformationAssessment information, HandlingCode handling) {
        assertThat(IntelligenceGrade.of(text)).isEqualTo(new IntelligenceGrade(source, information, handling, text));
    }

    /** Legacy handling 4 (originating agency only) and 5 (no dissemination) must never read as permission. */
    @Test
    void neverReadsARestrictedLegacyCodeAsPermitted() {
        for (char source = 'A'; source <= 'E'; source++) {
            for (char information = '1'; information <= '5'; information++) {
                for (char handling : new char[] {'4', '5'}) {
                    String text = "" + source + information + handling;
                    assertThat(IntelligenceGrade.of(text).handling()).as(text).isEqualTo(HandlingCode.C);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "1A",
                "1APP",
                "1AX",
                "4AP",
                "1FP",
                "B20",
                "B26",
                "B2P",
                "F11",
                "11P",
                "B2 4 P",
                "A1\uFF11",
                "1AP?"
            })
    void readsWhatItDoesNotUnderstandAsUnknown(String text) {
        IntelligenceGrade grade = IntelligenceGrade.of(text);
        assertThat(grade.handling()).isEqualTo(HandlingCode.UNKNOWN);
        assertThat(grade.source()).isEqualTo(SourceEvaluation.UNKNOWN);
        assertThat(grade.information()).isEqualTo(InformationAssessment.UNKNOWN);
        assertThat(grade.original()).isEqualTo(text);
    }

    /** Whatever three signs a system sends: P only where the 3x5x2 grade says P or the legacy digit is 1 to 3. */
    @Test
    void readsAsPermittedOnlyWhatSaysSo() {
        char[] signs = " 0123456ABCDEFPXaep-/?".toCharArray();
        for (char a : signs) {
            for (char b : signs) {
                for (char c : signs) {
                    String text = "" + a + b + c;
                    if (IntelligenceGrade.of(text).handling() == HandlingCode.P) {
                        assertThat(text).matches("[123][A-Ea-e][Pp]|[A-Ea-e][1-5][1-3]");
                    }
                }
            }
        }
    }

    @Test
    void saysTheGradeInWords() {
        assertThat(IntelligenceGrade.of("2-D-C").inWords()).isEqualTo("untested source; information not known");
        assertThat(IntelligenceGrade.of("??").inWords()).isEqualTo("source not graded; information not assessed");
    }
}
