package uk.mashhub.model.decision;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * What the reader gets and who must look. Reviewers never change what the reader gets.
 *
 * @param redactions kinds of field taken out; meaningful where the outcome is REDACT
 * @param generalised kinds of field of which the reader gets no more than {@link FieldKind#generalised} leaves; none that
 *     is taken out. Meaningful where the outcome is REDACT
 */
public record Verdict(
        Outcome outcome,
        Set<FieldKind> redactions,
        Set<FieldKind> generalised,
        Set<Obligation> obligations,
        Set<Reviewer> reviewers) {

    /** Everything, without condition: the neutral element of {@link #and}. */
    public static final Verdict OPEN = of(Outcome.SHOW);

    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        redactions = frozen(redactions, FieldKind.class);
        generalised = without(generalised, redactions);
        obligations = frozen(obligations, Obligation.class);
        reviewers = frozen(reviewers, Reviewer.class);
        if (outcome == Outcome.SHOW && !(redactions.isEmpty() && generalised.isEmpty())) {
            throw new IllegalArgumentException("SHOW with redactions is REDACT");
        }
        if (!generalised.stream().allMatch(FieldKind::generalises)) {
            throw new IllegalArgumentException("only an address or a postcode can be generalised");
        }
    }

    /** A verdict that generalises nothing. */
    public Verdict(Outcome outcome, Set<FieldKind> redactions, Set<Obligation> obligations, Set<Reviewer> reviewers) {
        this(outcome, redactions, Set.of(), obligations, reviewers);
    }

    /** An outcome without redaction, obligation or reviewer. */
    public static Verdict of(Outcome outcome) {
        return new Verdict(outcome, Set.of(), Set.of(), Set.of());
    }

    /**
     * The lesser outcome and the union of redactions, obligations and reviewers (ruling 7); of each field the stricter of
     * keep, generalise and redact.
     */
    public Verdict and(Verdict other) {
        return new Verdict(
                outcome.and(other.outcome),
                union(redactions, other.redactions, FieldKind.class),
                union(generalised, other.generalised, FieldKind.class),
                union(obligations, other.obligations, Obligation.class),
                union(reviewers, other.reviewers, Reviewer.class));
    }

    /** Whether fields of a kind stand as they are: neither taken out nor generalised. */
    public boolean leavesWhole(FieldKind kind) {
        return !redactions.contains(kind) && !generalised.contains(kind);
    }

    private static <E extends Enum<E>> Set<E> union(Set<E> a, Set<E> b, Class<E> type) {
        EnumSet<E> u = EnumSet.noneOf(type);
        u.addAll(a);
        u.addAll(b);
        return u;
    }

    private static Set<FieldKind> without(Set<FieldKind> kinds, Set<FieldKind> taken) {
        EnumSet<FieldKind> left = EnumSet.noneOf(FieldKind.class);
        left.addAll(kinds);
        left.removeAll(taken);
        return Collections.unmodifiableSet(left);
    }

    private static <E extends Enum<E>> Set<E> frozen(Set<E> set, Class<E> type) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(set);
        return Collections.unmodifiableSet(copy);
    }
}
