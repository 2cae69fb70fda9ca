package uk.mashhub.policy.proof;

import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Ordered;
import uk.mashhub.policy.agreement.Answer;

/** How one decision differs between two policies. */
public sealed interface Delta {

    /**
     * On an item.
     *
     * @param lost kinds of field that the reader got and would not, where both outcomes give fields
     * @param gained the other way round
     * @param coarsened kinds of which the reader would get a part only, and did not
     * @param refined kinds of which the reader got a part only, and would get all
     * @param asked who would have to look and had not
     * @param spared who had to look and would not
     * @param obliged what would go with it and did not
     * @param freed what went with it and would not
     */
    record OfItem(
            Outcome was,
            Outcome now,
            Set<FieldKind> lost,
            Set<FieldKind> gained,
            Set<FieldKind> coarsened,
            Set<FieldKind> refined,
            Set<Reviewer> asked,
            Set<Reviewer> spared,
            Set<Obligation> obliged,
            Set<Obligation> freed)
            implements Delta {
        public OfItem {
            Objects.requireNonNull(was, "was");
            Objects.requireNonNull(now, "now");
            lost = Ordered.copy(lost, FieldKind.class);
            gained = Ordered.copy(gained, FieldKind.class);
            coarsened = Ordered.copy(coarsened, FieldKind.class);
            refined = Ordered.copy(refined, FieldKind.class);
            asked = Ordered.copy(asked, Reviewer.class);
            spared = Ordered.copy(spared, Reviewer.class);
            obliged = Ordered.copy(obliged, Obligation.class);
            freed = Ordered.copy(freed, Obligation.class);
        }

        /** What differs between two verdicts. */
        public static OfItem between(Verdict was, Verdict now) {
            boolean fields = gives(was) && gives(now);
            return new OfItem(
                    was.outcome(),
                    now.outcome(),
                    fields ? less(now.redactions(), was.redactions(), FieldKind.class) : Set.of(),
                    fields ? less(was.redactions(), now.redactions(), FieldKind.class) : Set.of(),
                    fields ? less(now.generalised(), was.generalised(), FieldKind.class) : Set.of(),
                    fields
                            ? less(
                                    less(was.generalised(), now.generalised(), FieldKind.class),
                                    now.redactions(),
                                    FieldKind.class)
                            : Set.of(),
                    less(now.reviewers(), was.reviewers(), Reviewer.class),
                    less(was.reviewers(), now.reviewers(), Reviewer.class),
                    less(now.obligations(), was.obligations(), Obligation.class),
                    less(was.obligations(), now.obligations(), Obligation.class));
        }

        private static boolean gives(Verdict verdict) {
            return !verdict.outcome().atMost(Outcome.SUMMARISE);
        }

        private static <E extends Enum<E>> Set<E> less(Set<E> all, Set<E> but, Class<E> type) {
            Set<E> rest = java.util.EnumSet.noneOf(type);
            rest.addAll(all);
            rest.removeAll(but);
            return rest;
        }

        @Override
        public boolean same() {
            return was == now
                    && lost.isEmpty()
                    && gained.isEmpty()
                    && coarsened.isEmpty()
                    && refined.isEmpty()
                    && asked.isEmpty()
                    && spared.isEmpty()
                    && obliged.isEmpty()
                    && freed.isEmpty();
        }

        @Override
        public boolean widens() {
            return now.ordinal() < was.ordinal() || !gained.isEmpty() || !refined.isEmpty();
        }
    }

    /** On another question. */
    record OfAnswer(Answer was, Answer now) implements Delta {
        public OfAnswer {
            Objects.requireNonNull(was, "was");
            Objects.requireNonNull(now, "now");
        }

        @Override
        public boolean same() {
            return was == now;
        }

        @Override
        public boolean widens() {
            return now == Answer.ALLOW || (now == Answer.REVIEW && was == Answer.REFUSE);
        }
    }

    /** Whether nothing differs. */
    boolean same();

    /** Whether somebody would get more. */
    boolean widens();
}
