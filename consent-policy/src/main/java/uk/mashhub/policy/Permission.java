package uk.mashhub.policy;

import java.util.Objects;
import uk.mashhub.policy.engine.Reply;

/**
 * Whether something may be done.
 *
 * @param ruleId the rule that decided, for the log
 * @param reason in words that hold no personal data
 * @param law what the rule rests on; may be empty
 */
public record Permission(Ruling ruling, String ruleId, String reason, String law) {
    public Permission {
        Objects.requireNonNull(ruling, "ruling");
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
    }

    static Permission of(Reply reply) {
        Ruling ruling = switch (reply.answer()) {
            case ALLOW -> Ruling.ALLOW;
            case REVIEW -> Ruling.REVIEW;
            case REFUSE -> Ruling.REFUSE;
        };
        return new Permission(ruling, reply.ruleId(), reply.reason(), reply.law());
    }

    /** Whether it may be done now. */
    public boolean allowed() {
        return ruling == Ruling.ALLOW;
    }
}
