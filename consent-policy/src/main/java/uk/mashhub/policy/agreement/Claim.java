package uk.mashhub.policy.agreement;

import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.FieldKind;

/** What an invariant says of every situation that it speaks of. 'Never these' is written here as 'always the others'. */
public sealed interface Claim {

    /** An item comes out as one of these. */
    record Outcomes(Set<Outcome> allowed) implements Claim {
        public Outcomes {
            allowed = Set.copyOf(allowed);
        }

        @Override
        public boolean gives() {
            return !allowed.contains(Outcome.SILENT);
        }
    }

    /**
     * A field of these kinds is never shown. The owner's wording is no field of the item.
     *
     * @param inPart whether nothing of it may be shown either, such as the district of an address
     */
    record NoField(Set<FieldKind> kinds, boolean inPart) implements Claim {
        public NoField {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public boolean gives() {
            return false;
        }
    }

    /** Each of these must look, and each of these goes with it. */
    record Adds(Set<Reviewer> reviewers, Set<Obligation> obligations) implements Claim {
        public Adds {
            reviewers = Set.copyOf(reviewers);
            obligations = Set.copyOf(obligations);
        }

        @Override
        public boolean gives() {
            return false;
        }
    }

    /** Another question is answered with one of these. */
    record Answers(Set<Answer> allowed) implements Claim {
        public Answers {
            allowed = Set.copyOf(allowed);
        }

        @Override
        public boolean gives() {
            return !allowed.contains(Answer.REFUSE);
        }
    }

    /** Whether it wants something given. An error gives nothing, so such a claim is for situations that are known. */
    boolean gives();
}
