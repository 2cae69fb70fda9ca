package uk.mashhub.model.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not known must never be read as leave to share. */
class VocabularyTest {
    @Test
    void readsAnUnknownFlagFieldOrPurposeAgainstSharing() {
        assertThat(SafetyFlag.UNKNOWN.hidesLocation()).isTrue();
        assertThat(FieldKind.UNKNOWN.locates()).isTrue();
        assertThat(FieldKind.UNKNOWN.freeText()).isTrue();
        assertThat(Purpose.UNKNOWN.atLeastSection47()).isFalse();
    }

    @Test
    void hidesWhereARestrictedPatientLives() {
        assertThat(SafetyFlag.SAFE_ADDRESS.hidesLocation()).isTrue();
        assertThat(SafetyFlag.PDS_RESTRICTED.hidesLocation()).isTrue();
        assertThat(SafetyFlag.PROTECTED_PERSON.hidesLocation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = FieldKind.class,
            names = {
                "ADDRESS",
                "POSTCODE",
                "TELEPHONE",
                "EMAIL",
                "SCHOOL",
                "GP_PRACTICE",
                "SERVICE_NAME",
                "VEHICLE",
                "AREA_NAME",
                "AGENCY_NAME",
                "CONTACT_POINT",
                "NARRATIVE",
                "ATTACHMENT",
                "UNKNOWN"
            })
    void knowsWhatLeadsToAPerson(FieldKind kind) {
        assertThat(kind.locates()).isTrue();
    }

    /** Domain notes 2.5: reasonable cause to suspect significant harm is s47 and what goes beyond it. */
    @ParameterizedTest
    @EnumSource(Purpose.class)
    void countsOnlySection47AndMore(Purpose purpose) {
        assertThat(purpose.atLeastSection47())
                .isEqualTo(Set.of(Purpose.S47, Purpose.STRATEGY, Purpose.EPO_S46, Purpose.EMERGENCY)
                        .contains(purpose));
    }

    @ParameterizedTest
    @EnumSource(Classification.class)
    void holdsNothingAboveOfficialSensitive(Classification classification) {
        assertThat(classification.mayBeHeld())
                .isEqualTo(!Set.of(Classification.SECRET, Classification.TOP_SECRET)
                        .contains(classification));
    }
}
