package uk.mashhub.policy.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;

/**
 * One place on an item's way through the gates: a rule, the end of a gate, or the end of the way. What stands at an end
 * applies when something went wrong there, or is wanting.
 *
 * @param fields kinds of field that it takes out, as {@link VerdictBits}
 * @param rest the rest of its verdict, as {@link VerdictBits}
 * @param rule empty for an end
 */
record Slot(String id, Kind kind, long fields, long rest, String reason, String law, Optional<Rule> rule) {
    enum Kind {
        RULE,
        /** A cell of the matrix: exactly one applies. */
        CELL,
        END_OF_GATE,
        END_OF_MATRIX,
        WORDING
    }

    Slot {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(rule, "rule");
    }

    static Slot of(Rule rule) {
        Kind kind = rule.gate() == Gate.MATRIX ? Kind.CELL : Kind.RULE;
        return of(rule.id(), kind, rule.verdict(), rule.reason(), rule.citations(), Optional.of(rule));
    }

    /** Applies where nobody can say whether a rule of the gate does, or the matrix has no cell, or two. */
    static Slot endOf(Gate gate) {
        Kind kind = gate == Gate.MATRIX ? Kind.END_OF_MATRIX : Kind.END_OF_GATE;
        String reason = "This could not be worked out, so it waits.";
        return of("HOUSE/error-" + gate, kind, withheldFor(Reviewer.IG_LEAD), reason, "", Optional.empty());
    }

    /** Applies where only the owner's wording may be given and nobody has written it. Rests on what withheld the rest. */
    static Slot wording() {
        String reason = "Awaiting wording from the owner.";
        return of("HOUSE/wording", Kind.WORDING, withheldFor(Reviewer.OWNER), reason, "", Optional.empty());
    }

    private static Slot of(String id, Kind kind, Verdict verdict, String reason, String law, Optional<Rule> rule) {
        return new Slot(id, kind, VerdictBits.fields(verdict), VerdictBits.rest(verdict), reason, law, rule);
    }

    private static Verdict withheldFor(Reviewer reviewer) {
        return new Verdict(Outcome.WITHHOLD, Set.of(), Set.of(), Set.of(reviewer));
    }
}
