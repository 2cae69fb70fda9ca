package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;

/**
 * One rule: a box of situations and what it says in them.
 *
 * @param title a sentence that a lay person can read
 * @param reason what readers are told; never shown where the outcome is SILENT
 * @param owner who answers for it
 * @param reviewOn the day by which the owner must look at it again
 * @param startsOn first day on which it speaks; empty for always. Duties only
 */
public record Rule(
        String id,
        Gate gate,
        String title,
        String reason,
        List<Law> law,
        String owner,
        LocalDate reviewOn,
        Optional<LocalDate> startsOn,
        Box when,
        Effect then) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reason, "reason");
        law = List.copyOf(law);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(reviewOn, "reviewOn");
        Objects.requireNonNull(startsOn, "startsOn");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(then, "then");
        if (gate.onItems() != then instanceof Effect.Gives) {
            throw new IllegalArgumentException("a rule of gate " + gate + " cannot say that");
        }
    }

    /** The verdict of a rule on items. */
    public Verdict verdict() {
        return ((Effect.Gives) then).verdict();
    }

    /** The answer of any other rule. */
    public Answer answer() {
        return ((Effect.Says) then).answer();
    }

    /** Whether it holds something back when it applies. */
    public boolean restricts() {
        return gate.onItems() ? verdict().outcome() != Outcome.SHOW : answer() != Answer.ALLOW;
    }

    /** Its citations as one text. */
    public String citations() {
        return law.stream().map(Law::citation).collect(Collectors.joining("; "));
    }

    /** Whether it speaks on a day. */
    public boolean inForceOn(LocalDate day) {
        return startsOn.map(s -> !day.isBefore(s)).orElse(true);
    }
}
