package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.model.vocabulary.DataClass;

class SensitivityTest {
    private static List<CodeableConcept> words(String words) {
        return List.of(new CodeableConcept().setText(words));
    }

    @ParameterizedTest
    @CsvSource({
        "Accident and emergency service, GENERAL",
        "Community paediatric clinic, GENERAL",
        "Adult Mental Health Service, MENTAL_HEALTH",
        "Drug and alcohol service, SUBSTANCE_USE",
        "Genito-urinary medicine, SEXUAL_REPRODUCTIVE",
        "Emergency contraception clinic, SEXUAL_REPRODUCTIVE",
        "Midwifery, MATERNITY",
        "Fertility clinic, ASSISTED_CONCEPTION",
        "Reproductive Medicine, ASSISTED_CONCEPTION",
        "Blue room, UNKNOWN",
        "'', UNKNOWN"
    })
    void knowsServices(String service, Sensitivity expected) {
        assertThat(Sensitivity.ofService(words(service), "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Contusion of forearm, GENERAL",
        "Congenital heart disease, GENERAL",
        "Hearing aids fitted, GENERAL",
        "Bruise in the genital area, GENERAL",
        "Bleeding gums, GENERAL",
        "Herpes zoster, GENERAL",
        "Embryonal rhabdomyosarcoma, GENERAL",
        "Egg allergy, GENERAL",
        "Birthmark, GENERAL",
        "Termination of pregnancy, SEXUAL_REPRODUCTIVE",
        "HIV infection, SEXUAL_REPRODUCTIVE",
        "Infertility, SEXUAL_REPRODUCTIVE",
        "In-vitro fertilisation, ASSISTED_CONCEPTION",
        "Egg donor, ASSISTED_CONCEPTION",
        "'', UNKNOWN"
    })
    void hidesNoBruiseBehindAWord(String diagnosis, Sensitivity expected) {
        assertThat(Sensitivity.ofDiagnosis(words(diagnosis), "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Sensitivity.class)
    void isNeverLessSensitiveTogetherThanAlone(Sensitivity one) {
        for (Sensitivity other : Sensitivity.values()) {
            Sensitivity both = one.and(other);
            assertThat(both).isEqualTo(other.and(one));
            if (one == Sensitivity.ASSISTED_CONCEPTION) {
                assertThat(both).isEqualTo(one);
            } else if (one == Sensitivity.SEXUAL_REPRODUCTIVE) {
                assertThat(both).isIn(Sensitivity.ASSISTED_CONCEPTION, one);
            } else if (one == Sensitivity.UNKNOWN) {
                assertThat(both.dataClass(Optional.of(true))).isNotEqualTo(DataClass.CHILD_HEALTH);
            }
        }
    }

    @Test
    void putsHealthOfSomebodyOfUnknownAgeIntoNoOrdinaryRow() {
        for (Sensitivity each : Sensitivity.values()) {
            assertThat(each.dataClass(Optional.empty())).isIn(DataClass.UNKNOWN, DataClass.SEXUAL_REPRODUCTIVE_HEALTH);
        }
    }

    @Test
    void takesPregnancyOfAChildForSexualHealth() {
        assertThat(Sensitivity.MATERNITY.dataClass(Optional.of(true))).isEqualTo(DataClass.SEXUAL_REPRODUCTIVE_HEALTH);
        assertThat(Sensitivity.MATERNITY.dataClass(Optional.of(false))).isEqualTo(DataClass.PARENT_HEALTH_TREATMENT);
    }
}
