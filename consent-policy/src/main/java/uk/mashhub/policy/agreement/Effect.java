package uk.mashhub.policy.agreement;

import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;

/** What a rule says when it applies. */
public sealed interface Effect {

    /** A verdict on an item. */
    record Gives(Verdict verdict) implements Effect {
        @Override
        public boolean permits() {
            return Outcome.SUMMARISE.ordinal() >= verdict.outcome().ordinal();
        }
    }

    /** An answer to one of the other questions. */
    record Says(Answer answer) implements Effect {
        @Override
        public boolean permits() {
            return answer == Answer.ALLOW;
        }
    }

    /** Whether somebody gets something by it; otherwise it holds back. */
    boolean permits();
}
