package uk.mashhub.policy.engine;

import java.util.EnumSet;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * A verdict as two numbers that combine by OR as verdicts combine by {@link Verdict#and}. An outcome is as many low bits
 * as it stands places below SHOW, so of two the lesser wins; sets are one bit for each member.
 *
 * <p>{@code fields}: kinds of field taken out, then kinds that are generalised. {@code rest}: 5 bits of outcome, then
 * reviewers, then obligations.
 */
final class VerdictBits {
    private static final int OUTCOME_BITS = Outcome.values().length - 1;
    private static final int OBLIGATIONS_FROM = OUTCOME_BITS + Reviewer.values().length;
    private static final int GENERALISED_FROM = FieldKind.values().length;
    private static final long OUTCOME = (1L << OUTCOME_BITS) - 1;

    private VerdictBits() {}

    static long fields(Verdict verdict) {
        return bits(verdict.redactions(), 0) | bits(verdict.generalised(), GENERALISED_FROM);
    }

    static long rest(Verdict verdict) {
        return outcome(verdict.outcome())
                | bits(verdict.reviewers(), OUTCOME_BITS)
                | bits(verdict.obligations(), OBLIGATIONS_FROM);
    }

    /** An outcome alone; the more it takes, the greater the number. */
    static long outcome(Outcome outcome) {
        return (1L << outcome.ordinal()) - 1;
    }

    /** The outcome in {@code rest}, to be compared as a number. */
    static long outcome(long rest) {
        return rest & OUTCOME;
    }

    static Outcome word(long rest) {
        return Outcome.values()[Long.bitCount(outcome(rest))];
    }

    static Verdict verdict(long fields, long rest) {
        return new Verdict(
                word(rest),
                set(fields, FieldKind.class, 0),
                set(fields, FieldKind.class, GENERALISED_FROM),
                set(rest, Obligation.class, OBLIGATIONS_FROM),
                set(rest, Reviewer.class, OUTCOME_BITS));
    }

    private static long bits(Set<? extends Enum<?>> words, int from) {
        return words.stream().mapToLong(w -> 1L << (from + w.ordinal())).reduce(0, (a, b) -> a | b);
    }

    private static <E extends Enum<E>> Set<E> set(long bits, Class<E> type, int from) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E word : type.getEnumConstants()) {
            if ((bits >>> (from + word.ordinal()) & 1) == 1) {
                set.add(word);
            }
        }
        return set;
    }
}
