package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** Puts facts alone through the rules, without a packet: what a proof about a policy is held against. */
public final class Trial {
    private final RuleBook book;

    public Trial(RuleBook book) {
        this.book = book;
    }

    /** What would be decided on an item of these facts, and the rules that spoke. */
    public record Weighed(Verdict verdict, List<String> ruleIds) {
        public Weighed {
            Objects.requireNonNull(verdict, "verdict");
            ruleIds = List.copyOf(ruleIds);
        }
    }

    /**
     * An item through every gate.
     *
     * @param today duties that start later do not speak
     */
    public Weighed item(FactVector facts, LocalDate today) {
        Weighing weighing = new Weighing(facts, today);
        Gate.forItems().forEach(gate -> weighing.pass(gate, book.of(gate)));
        weighing.settle(facts.says(Attribute.OWNER_WORDING));
        return new Weighed(weighing.verdict(), weighing.fired());
    }

    /** The answer to another question. */
    public Reply answer(Gate gate, FactVector facts) {
        return new Answers(book).to(gate, facts);
    }

    /** The rules of another question that speak, or of which nobody can say whether they do. */
    public List<String> speaking(Gate gate, FactVector facts) {
        return book.of(gate).stream()
                .filter(r -> r.when().match(facts) != Box.Match.NO)
                .map(Rule::id)
                .toList();
    }
}
