package uk.mashhub.adapter.health;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import uk.mashhub.adapter.health.SecurityLabelTable.Effect;
import uk.mashhub.adapter.health.SecurityLabelTable.Line;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What the security labels of a resource ask for, by {@link SecurityLabelTable}. Labels only add up: one more never takes
 * anything away. A code of the table under another system, or under none, restricts as it would and is UNKNOWN as well.
 *
 * @param conditions for whoever handles it; an unknown label is UNKNOWN, never nothing
 * @param statutes those that the labels call for
 * @param restricted R, V or REDACTED: on a patient, the mark of the Personal Demographics Service
 * @param labelled whether a confidentiality code is there at all
 * @param location a sensitivity code of where somebody lives or is
 * @param sexual a sensitivity code of sexual or reproductive health
 * @param tooHigh marked above OFFICIAL-SENSITIVE
 * @param unknown codes that are not understood
 */
record SecurityLabels(
        Set<HandlingCondition> conditions,
        Set<StatuteFlag> statutes,
        boolean restricted,
        boolean labelled,
        boolean location,
        boolean sexual,
        boolean tooHigh,
        List<String> unknown) {
    private static final Set<String> RESTRICTED = Set.of("R", "V", "REDACTED");
    /** Government Security Classifications; they have no code system. */
    private static final Set<String> HELD = Set.of("OFFICIAL", "OFFICIAL SENSITIVE", "NHS CONFIDENTIAL");

    private static final Pattern SECRET = Pattern.compile("\\bTOP ?SECRET\\b|\\bSECRET\\b");

    SecurityLabels {
        conditions = Set.copyOf(conditions);
        statutes = Set.copyOf(statutes);
        unknown = List.copyOf(unknown);
    }

    static SecurityLabels of(List<Coding> labels) {
        Set<HandlingCondition> conditions = EnumSet.noneOf(HandlingCondition.class);
        Set<StatuteFlag> statutes = EnumSet.noneOf(StatuteFlag.class);
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        List<String> unknown = new ArrayList<>();
        for (Coding label : labels) {
            line(label).ifPresent(line -> effects.add(line.effect()));
            if (!understood(label)) {
                conditions.add(HandlingCondition.UNKNOWN);
                unknown.add(PlainText.of(label.getCode()));
            }
        }
        for (Effect effect : effects) {
            conditions.addAll(effect.conditions);
            statutes.addAll(effect.statutes);
        }
        return new SecurityLabels(
                conditions,
                statutes,
                labels.stream().anyMatch(l -> RESTRICTED.contains(marking(l.getCode()))),
                labels.stream().anyMatch(SecurityLabels::confidentiality),
                effects.contains(Effect.LOCATION),
                effects.contains(Effect.SEXUAL),
                labels.stream().anyMatch(SecurityLabels::above),
                unknown);
    }

    /** Whether it tells of a gender history. */
    boolean genderHistory() {
        return statutes.contains(StatuteFlag.GENDER_RECOGNITION);
    }

    /** Whether a label is R, restricted, of the Confidentiality codes. */
    static boolean restricts(Coding label) {
        return "R".equals(label.getCode()) && SecurityLabelTable.CONFIDENTIALITY.equals(label.getSystem());
    }

    private static Optional<Line> line(Coding label) {
        return SecurityLabelTable.line(marking(label.getCode()));
    }

    /** A code of the table as its own system spells it, or a protective marking however it is spelled. */
    private static boolean understood(Coding label) {
        String marking = marking(label.getCode());
        return HELD.contains(marking)
                || mark(marking)
                || SecurityLabelTable.line(PlainText.of(label.getCode()))
                        .map(line -> line.system().equals(label.getSystem()))
                        .orElse(false);
    }

    private static boolean confidentiality(Coding label) {
        String code = marking(label.getCode());
        return RESTRICTED.contains(code)
                || (understood(label) && SecurityLabelTable.CONFIDENTIALITY.equals(label.getSystem()));
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
