package uk.mashhub.policy.engine;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.FactVector;

/** Answers the questions that are not about an item. REFUSE beats REVIEW beats ALLOW; no rule, or an error, is REFUSE. */
public final class Answers {
    private final RuleBook book;

    public Answers(RuleBook book) {
        this.book = book;
    }

    public Reply to(Gate gate, FactVector facts) {
        List<Rule> met = new ArrayList<>();
        for (Rule rule : book.of(gate)) {
            Box.Match match = rule.when().match(facts);
            if (match == Box.Match.UNKNOWN) {
                return new Reply(Answer.REFUSE, "HOUSE/error-" + gate, "This could not be worked out.", "");
            }
            if (match == Box.Match.YES) {
                met.add(rule);
            }
        }
        for (Answer answer : List.of(Answer.REFUSE, Answer.REVIEW, Answer.ALLOW)) {
            for (Rule rule : met) {
                if (rule.answer() == answer) {
                    return new Reply(answer, rule.id(), rule.reason(), rule.citations());
                }
            }
        }
        return new Reply(Answer.REFUSE, "HOUSE/no-rule-" + gate, "No rule allows this.", "");
    }
}
