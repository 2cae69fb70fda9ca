package uk.mashhub.policy.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.item.Item;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.FactVector;

/**
 * What was decided on one item for one audience, and on what.
 *
 * @param ruleIds every rule that applied, in the order of the gates
 * @param laws what each of them rests on
 * @param basis on what its owner rests when it shares; for the log alone
 * @param cell the cell of the matrix that applied; empty where that could not be worked out
 * @param reason of the rule that decided; for the log, and for readers who may know of it
 */
public record Finding(
        Item item,
        Verdict verdict,
        List<String> ruleIds,
        List<String> laws,
        List<String> basis,
        Optional<Rule> cell,
        String reason,
        String law,
        FactVector facts) {
    public Finding {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(verdict, "verdict");
        ruleIds = List.copyOf(ruleIds);
        laws = List.copyOf(laws);
        basis = List.copyOf(basis);
        Objects.requireNonNull(cell, "cell");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(facts, "facts");
    }

    static Finding of(Item item, Weighed weighed, List<String> basis, FactVector facts) {
        return new Finding(
                item,
                weighed.verdict(),
                weighed.ruleIds(),
                weighed.laws(),
                basis,
                weighed.cell(),
                weighed.reason(),
                weighed.law(),
                facts);
    }

    /** Whether the reader gets something of its content. */
    public boolean given() {
        return !verdict.outcome().atMost(Outcome.EXISTS);
    }

    public Outcome outcome() {
        return verdict.outcome();
    }

    @Override
    public String toString() {
        return "Finding[" + item.id() + " " + verdict.outcome() + "]";
    }
}
