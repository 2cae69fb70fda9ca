package uk.mashhub.adapter.health;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.adapter.health.SecurityLabelTable.ACT;
import static uk.mashhub.adapter.health.SecurityLabelTable.CONFIDENTIALITY;
import static uk.mashhub.adapter.health.SecurityLabelTable.OBSERVATION;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.codesystems.V3ActCode;
import org.hl7.fhir.r4.model.codesystems.V3Confidentiality;
import org.hl7.fhir.r4.model.codesystems.V3ObservationValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.adapter.health.SecurityLabelTable.Effect;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;

class SecurityLabelsTest {
    private static Coding label(String system, String code) {
        return new Coding(system, code, null);
    }

    private static SecurityLabels of(Coding... labels) {
        return SecurityLabels.of(List.of(labels));
    }

    @Test
    void knowsOnlyCodesThatTheirSystemDefines() throws Exception {
        for (var line : SecurityLabelTable.lines().entrySet()) {
            String code = line.getKey();
            String defined = switch (line.getValue().system()) {
                case CONFIDENTIALITY -> V3Confidentiality.fromCode(code).toCode();
                case ACT -> V3ActCode.fromCode(code).toCode();
                default -> V3ObservationValue.fromCode(code).toCode();
            };
            assertThat(defined).isEqualTo(code);
        }
    }

    @Test
    void understandsEveryLineAndDoesWhatItSays() {
        SecurityLabelTable.lines().forEach((code, line) -> {
            SecurityLabels labels = of(label(line.system(), code));
            assertThat(labels.conditions()).as(code).isEqualTo(line.effect().conditions);
            assertThat(labels.statutes()).as(code).isEqualTo(line.effect().statutes);
            assertThat(labels.sexual()).as(code).isEqualTo(line.effect() == Effect.SEXUAL);
            assertThat(labels.location()).as(code).isEqualTo(line.effect() == Effect.LOCATION);
            assertThat(labels.unknown()).as(code).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "R, CONSULT",
        "V, VERY_RESTRICTED",
        "REDACTED, VERY_RESTRICTED",
        "HIV, SEXUAL",
        "SEX, SEXUAL",
        "GENDER, GENDER",
        "GDIS, CONSULT",
        "SDV, ABUSE",
        "ETH, NOTHING_MORE",
        "PSYTHPN, CONSULT",
        "LOCIS, LOCATION",
        "NORDSCLCD, NO_ONWARD",
        "NORDSCLCDS, NO_ONWARD",
        "NOREUSE, NO_ONWARD",
        "NOPAT, NOT_FOR_SUBJECT",
        "ORCON, CONSULT"
    })
    void saysOfTheOnesThatMatter(String code, Effect effect) {
        assertThat(SecurityLabelTable.lines().get(code).effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOREDISCLOSE", "MASK", "DELAU", "CPLYCD", "R R", "N;R", "Ｎ", "n", " ", "<!ENTITY x>"})
    void takesWhatItDoesNotKnowForUnknown(String code) {
        for (String system : List.of(CONFIDENTIALITY, ACT, OBSERVATION)) {
            SecurityLabels labels = of(label(system, code));
            assertThat(labels.conditions()).contains(HandlingCondition.UNKNOWN);
            assertThat(labels.unknown()).hasSize(1);
            assertThat(labels.labelled()).isFalse();
        }
    }

    @Test
    void letsNoOtherSystemOpenARecordAndAnySystemCloseIt() {
        for (String system : new String[] {null, "", "https://local.example/labels", ACT, CONFIDENTIALITY + "/"}) {
            SecurityLabels open = of(label(system, "U"));
            assertThat(open.conditions()).containsExactly(HandlingCondition.UNKNOWN);
            assertThat(open.labelled()).isFalse();
            SecurityLabels closed = of(label(system, "V"));
            assertThat(closed.restricted()).isTrue();
            assertThat(closed.conditions())
                    .containsExactlyInAnyOrder(HandlingCondition.UNKNOWN, HandlingCondition.VERY_RESTRICTED);
        }
        assertThat(of(label(ACT, "hiv")).sexual()).isTrue();
        assertThat(of(new Coding()).conditions()).containsExactly(HandlingCondition.UNKNOWN);
    }

    @Test
    void hidesWhereAPatientIsIfTheLabelIsOfThePlace() {
        for (String code : List.of("LOCIS", "DEMO", "LIVARG")) {
            Patient patient = new Patient();
            patient.getMeta().addSecurity(label(CONFIDENTIALITY, "U")).addSecurity(label(ACT, code));
            assertThat(RestrictedMark.of(patient, true).flag()).contains(SafetyFlag.UNKNOWN);
            assertThat(RestrictedMark.of(patient, true).hidesLocation()).isTrue();
        }
    }

    /** Labels add up: doubled, in any order, or with any other beside them, none takes anything away. */
    @Test
    void neverWidensByOneMoreLabel() {
        Random random = new Random(20260304);
        List<Coding> all =
                new ArrayList<>(List.of(label(ACT, "huh"), label(null, "U"), label("x", "V"), label(ACT, "n")));
        all.add(label(null, "OFFICIAL-SENSITIVE"));
        all.add(label(null, "UK_SECRET"));
        SecurityLabelTable.lines().forEach((code, line) -> {
            all.add(label(line.system(), code));
            all.add(label("https://local.example/labels", code.toLowerCase(Locale.ROOT)));
        });
        for (int n = 0; n < 20_000; n++) {
            List<Coding> some = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                some.add(all.get(random.nextInt(all.size())));
            }
            List<Coding> more = new ArrayList<>(some);
            more.add(random.nextInt(more.size() + 1), all.get(random.nextInt(all.size())));
            assertNoWider(SecurityLabels.of(some), SecurityLabels.of(more));
            List<Coding> doubled = new ArrayList<>(some);
            doubled.addAll(some);
            assertThat(asks(SecurityLabels.of(doubled))).isEqualTo(asks(SecurityLabels.of(some)));
        }
    }

    private static void assertNoWider(SecurityLabels less, SecurityLabels more) {
        assertThat(asks(more)).containsAll(asks(less));
    }

    private static Set<Object> asks(SecurityLabels labels) {
        Set<Object> asks = new HashSet<>(labels.conditions());
        asks.addAll(labels.statutes());
        asks.addAll(labels.unknown());
        addIf(asks, labels.restricted(), "restricted");
        addIf(asks, labels.location(), "location");
        addIf(asks, labels.sexual(), "sexual");
        addIf(asks, labels.tooHigh(), "too high");
        return asks;
    }

    private static void addIf(Set<Object> asks, boolean holds, String name) {
        if (holds) {
            asks.add(name);
        }
    }

    @Test
    void readsGenderAsTheStatuteAndAbuseAsOneThatNobodyNamed() {
        assertThat(of(label(ACT, "GENDER")).genderHistory()).isTrue();
        assertThat(of(label(ACT, "GDIS")).statutes()).isEmpty();
        assertThat(of(label(ACT, "SDV")).statutes()).containsExactly(StatuteFlag.UNKNOWN);
    }
}
