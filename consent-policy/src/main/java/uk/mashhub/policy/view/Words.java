package uk.mashhub.policy.view;

import java.util.Locale;
import java.util.Map;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Constants of the vocabulary as people say them. */
final class Words {
    private static final Map<Enum<?>, String> SPECIAL = Map.of(
            DataClass.CHILD_HEALTH, "Child's health",
            DataClass.PARENT_HEALTH_TREATMENT, "Parent's health treatment",
            DataClass.SEXUAL_REPRODUCTIVE_HEALTH, "Sexual and reproductive health",
            DataClass.CONVICTION_ORDER_BAIL, "Conviction, order or bail",
            DataClass.PLAN_LEGAL_STATUS, "Plan or legal status",
            DataClass.REFERRAL_NARRATIVE, "Referral",
            DataClass.MARAC_MINUTES, "MARAC",
            FieldKind.GP_PRACTICE, "GP practice");

    private Words() {}

    /** For example {@code Domestic abuse incident}. */
    static String of(Enum<?> constant) {
        String special = SPECIAL.get(constant);
        if (special != null) {
            return special;
        }
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return sentence(words);
    }

    /** {@code police-notifications} as {@code Police notifications}. */
    static String ofSlug(String slug) {
        return sentence(slug.replace('-', ' '));
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
