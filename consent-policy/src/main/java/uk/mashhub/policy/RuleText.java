package uk.mashhub.policy;

import java.time.LocalDate;
import java.util.Objects;
import uk.mashhub.policy.agreement.Rule;

/**
 * A rule as an IG lead reads it.
 *
 * @param gate where it stands, such as {@code SAFETY} or {@code MATRIX}
 * @param when the situations in which it speaks: allowed values by attribute
 * @param then what it says in them
 * @param reviewOn the day by which its owner must look at it again
 */
public record RuleText(
        String id,
        String gate,
        String title,
        String reason,
        String law,
        String owner,
        LocalDate reviewOn,
        String when,
        String then) {
    public RuleText {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
    }

    static RuleText of(Rule rule) {
        String then = rule.gate().onItems()
                ? rule.verdict().toString()
                : rule.answer().name();
        return new RuleText(
                rule.id(),
                rule.gate().name(),
                rule.title(),
                rule.reason(),
                rule.citations(),
                rule.owner(),
                rule.reviewOn(),
                rule.situations().toString(),
                then);
    }
}
