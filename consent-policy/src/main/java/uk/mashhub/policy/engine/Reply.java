package uk.mashhub.policy.engine;

import java.util.Objects;
import uk.mashhub.policy.agreement.Answer;

/** The answer to a question other than 'may this be seen', with the rule that gave it. */
public record Reply(Answer answer, String ruleId, String reason, String law) {
    public Reply {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
    }

    public boolean allowed() {
        return answer == Answer.ALLOW;
    }
}
