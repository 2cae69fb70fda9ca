package uk.mashhub.adapter.health;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What each security label means here: FHIR R4 section 6.1.4 (security labels), whose codes are HL7 v3 Confidentiality,
 * ActCode and ObservationValue. A code that is not in the table is not understood.
 */
final class SecurityLabelTable {
    static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String OBSERVATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    /** What a label adds to the labels that an item of health has anyway. */
    enum Effect {
        /** The policy treats the item so already. */
        NOTHING_MORE(Set.of(), Set.of()),
        CONSULT(Set.of(HandlingCondition.CONSULT_ORIGINATOR), Set.of()),
        VERY_RESTRICTED(Set.of(HandlingCondition.VERY_RESTRICTED), Set.of()),
        NO_ONWARD(Set.of(HandlingCondition.NO_ONWARD_SHARING), Set.of()),
        NOT_FOR_SUBJECT(Set.of(HandlingCondition.NOT_FOR_SUBJECT), Set.of()),
        /** The row of sexual and reproductive health. */
        SEXUAL(Set.of(), Set.of()),
        /** It may tell of a gender history (Gender Recognition Act 2004 s22). */
        GENDER(Set.of(), Set.of(StatuteFlag.GENDER_RECOGNITION)),
        /** A complainant of a sexual offence may be in it (Sexual Offences (Amendment) Act 1992 s1); the label does not say. */
        ABUSE(Set.of(HandlingCondition.CONSULT_ORIGINATOR), Set.of(StatuteFlag.UNKNOWN)),
        /** On a patient, it hides where the patient is. */
        LOCATION(Set.of(HandlingCondition.CONSULT_ORIGINATOR), Set.of());

        final Set<HandlingCondition> conditions;
        final Set<StatuteFlag> statutes;

        Effect(Set<HandlingCondition> conditions, Set<StatuteFlag> statutes) {
            this.conditions = conditions;
            this.statutes = statutes;
        }
    }

    /**
     * One line of the table.
     *
     * @param system the code system that defines the code
     */
    record Line(String system, Effect effect) {}

    private static final Map<String, Line> LINES = new HashMap<>();

    static {
        // Confidentiality: U unrestricted, L low, M moderate, N normal, R restricted, V very restricted.
        lines(CONFIDENTIALITY, Effect.NOTHING_MORE, "U", "L", "M", "N");
        lines(CONFIDENTIALITY, Effect.CONSULT, "R");
        lines(CONFIDENTIALITY, Effect.VERY_RESTRICTED, "V");
        // SecurityIntegrityObservationValue: something was taken out before it came here.
        lines(OBSERVATION, Effect.VERY_RESTRICTED, "REDACTED");
        // InformationSensitivityPolicy: treatment and diagnoses, for which the matrix has rows.
        lines(ACT, Effect.NOTHING_MORE, "ETH", "SUD", "ETHUD", "OPIOIDUD", "PSY", "MH", "BH", "COGN", "DVD");
        lines(ACT, Effect.NOTHING_MORE, "EMOTDIS", "SCA", "SICKLE", "DIA", "DRGIS");
        lines(ACT, Effect.SEXUAL, "HIV", "STD", "SEX");
        lines(ACT, Effect.GENDER, "GENDER");
        lines(ACT, Effect.ABUSE, "SDV", "MST");
        // What somebody asked to be kept apart, or what is of relatives too (GDIS: genetic disease).
        lines(ACT, Effect.CONSULT, "PSYTHPN", "GDIS", "SPI", "TBOO", "VIO", "SSP", "ADOL", "CEL", "EMP", "PDS", "PHY");
        lines(ACT, Effect.CONSULT, "PRS", "DOB", "MARST", "RACE", "REL", "B", "EMPL");
        lines(ACT, Effect.LOCATION, "LOCIS", "DEMO", "LIVARG");
        // RefrainPolicy.
        lines(ACT, Effect.NO_ONWARD, "NODSCLCD", "NODSCLCDS", "NORDSCLCD", "NORDSCLCDS", "NORDSCLW", "NORELINK");
        lines(ACT, Effect.NO_ONWARD, "NOAUTH", "NOCOLLECT", "NOINTEGRATE", "NOLIST", "NOMOU", "NOORGPOL");
        lines(ACT, Effect.NO_ONWARD, "NOPERSISTP", "NOREUSE");
        lines(ACT, Effect.NOT_FOR_SUBJECT, "NOPAT");
        lines(ACT, Effect.CONSULT, "ORCON", "NOVIP");
        // ObligationPolicy: what the hub does with everything (sealed bodies, disclosure log, minimisation). Others,
        // such
        // as MASK or DELAU, it does not do: they are not understood.
        lines(ACT, Effect.NOTHING_MORE, "ENCRYPT", "ENCRYPTR", "ENCRYPTT", "AUDIT", "AUDTR", "AOD", "MINEC");
    }

    private SecurityLabelTable() {}

    private static void lines(String system, Effect effect, String... codes) {
        for (String code : codes) {
            if (LINES.put(code, new Line(system, effect)) != null) {
                throw new IllegalStateException("two lines for one label");
            }
        }
    }

    /** The line of a code in capitals, whatever its system. */
    static Optional<Line> line(String code) {
        return Optional.ofNullable(LINES.get(code));
    }

    /** All lines by code. */
    static Map<String, Line> lines() {
        return Map.copyOf(LINES);
    }
}
