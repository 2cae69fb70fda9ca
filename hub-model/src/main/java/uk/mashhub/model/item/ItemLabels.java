package uk.mashhub.model.item;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * What policy reads of an item. A source that does not say one of these says UNKNOWN, never nothing.
 *
 * @param confidential a duty of confidence is owed (common law), as for all health records
 */
public record ItemLabels(
        DataClass dataClass,
        Nature nature,
        IntelligenceGrade grade,
        Regime regime,
        Classification classification,
        boolean confidential,
        Handling handling,
        Set<StatuteFlag> statutes) {
    public ItemLabels {
        Objects.requireNonNull(dataClass, "dataClass");
        Objects.requireNonNull(nature, "nature");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(handling, "handling");
        statutes = statutes.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(statutes));
    }

    /** An OFFICIAL-SENSITIVE fact under UK GDPR without condition or statute flag. */
    public static ItemLabels fact(DataClass dataClass) {
        return new ItemLabels(
                dataClass,
                Nature.FACT,
                IntelligenceGrade.none(),
                Regime.UK_GDPR,
                Classification.OFFICIAL_SENSITIVE,
                false,
                Handling.none(),
                Set.of());
    }

    /** The same under these statutes. */
    public ItemLabels under(Set<StatuteFlag> flags) {
        return new ItemLabels(dataClass, nature, grade, regime, classification, confidential, handling, flags);
    }

    @Override
    public String toString() {
        return "ItemLabels[" + dataClass + "]";
    }
}
