package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import uk.mashhub.model.vocabulary.HandlingCondition;

/**
 * What the security labels of a resource ask for (FHIR R4 section 6.1.4; HL7 v3 Confidentiality and ActCode).
 *
 * @param conditions for whoever handles it; an unknown label is UNKNOWN, never nothing
 * @param restricted R, V or REDACTED: on a patient, the mark of the Personal Demographics Service
 * @param labelled whether a confidentiality code is there at all
 * @param genderHistory GDIS: tells of a gender history (Gender Recognition Act 2004 s22)
 * @param sexual a sensitivity code of sexual or reproductive health
 * @param tooHigh marked above OFFICIAL-SENSITIVE
 * @param unknown codes that are not understood
 */
record SecurityLabels(
        Set<HandlingCondition> conditions,
        boolean restricted,
        boolean labelled,
        boolean genderHistory,
        boolean sexual,
        boolean tooHigh,
        List<String> unknown) {
    private static final Set<String> ORDINARY = Set.of("U", "L", "M", "N");
    private static final Set<String> RESTRICTED = Set.of("R", "V", "REDACTED");
    private static final Set<String> SEXUAL = Set.of("STD", "HIV", "SEX", "SEXUALITY");
    private static final Set<String> HEALTH_ANYWAY = Set.of("PSY", "PSYTHPN", "ETH", "SUD", "MH", "BH", "SDV", "SCA");
    private static final Set<String> NO_ONWARD = Set.of("NORDSCLCD", "NORDISCLCD", "NODSCLCD", "NODSCLCDS", "NORELINK");
    private static final Set<String> HELD = Set.of("OFFICIAL", "OFFICIAL SENSITIVE", "NHS CONFIDENTIAL");
    private static final Pattern SECRET = Pattern.compile("\\bTOP ?SECRET\\b|\\bSECRET\\b");

    SecurityLabels {
        conditions = Set.copyOf(conditions);
        unknown = List.copyOf(unknown);
    }

    static SecurityLabels of(List<Coding> labels) {
        Set<HandlingCondition> conditions = EnumSet.noneOf(HandlingCondition.class);
        List<String> unknown = new ArrayList<>();
        boolean sexual = false;
        for (Coding label : labels) {
            String code = marking(label.getCode());
            switch (kind(code)) {
                case ORDINARY, TOO_HIGH -> {}
                case SEXUAL -> sexual = true;
                case NO_ONWARD -> conditions.add(HandlingCondition.NO_ONWARD_SHARING);
                case NOT_FOR_SUBJECT -> conditions.add(HandlingCondition.NOT_FOR_SUBJECT);
                case RESTRICTED ->
                    conditions.add(
                            code.equals("R")
                                    ? HandlingCondition.CONSULT_ORIGINATOR
                                    : HandlingCondition.VERY_RESTRICTED);
                case UNKNOWN -> {
                    conditions.add(HandlingCondition.UNKNOWN);
                    unknown.add(PlainText.of(label.getCode()));
                }
            }
        }
        return new SecurityLabels(
                conditions,
                has(labels, RESTRICTED),
                has(labels, RESTRICTED) || has(labels, ORDINARY),
                has(labels, Set.of("GDIS")),
                sexual,
                labels.stream().anyMatch(SecurityLabels::above),
                unknown);
    }

    private enum Kind {
        ORDINARY,
        RESTRICTED,
        SEXUAL,
        NO_ONWARD,
        NOT_FOR_SUBJECT,
        TOO_HIGH,
        UNKNOWN
    }

    private static Kind kind(String code) {
        if (ORDINARY.contains(code) || HELD.contains(code) || HEALTH_ANYWAY.contains(code) || code.equals("GDIS")) {
            return Kind.ORDINARY;
        }
        if (RESTRICTED.contains(code)) {
            return Kind.RESTRICTED;
        }
        if (SEXUAL.contains(code)) {
            return Kind.SEXUAL;
        }
        if (NO_ONWARD.contains(code)) {
            return Kind.NO_ONWARD;
        }
        return code.equals("NOPAT") ? Kind.NOT_FOR_SUBJECT : mark(code) ? Kind.TOO_HIGH : Kind.UNKNOWN;
    }

    private static boolean has(List<Coding> labels, Set<String> codes) {
        return labels.stream().anyMatch(l -> codes.contains(marking(l.getCode())));
    }

    private static boolean above(Coding label) {
        return mark(marking(label.getCode())) || mark(marking(label.getDisplay()));
    }

    private static boolean mark(String marking) {
        return SECRET.matcher(marking).find()
                || Set.of("S", "TS", "UK S", "UK TS").contains(marking);
    }

    private static String marking(@org.jspecify.annotations.Nullable String text) {
        return PlainText.of(text).toUpperCase(Locale.ROOT).replaceAll("[\\s_:-]+", " ");
    }

    @Override
    public String toString() {
        return "SecurityLabels" + conditions;
    }
}
