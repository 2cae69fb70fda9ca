package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.FactVector;

/** Puts facts alone through the rules, without a packet: what a proof about a policy is held against. */
public final class Trial {
    private final RuleBook book;
    private final CompiledPolicy compiled;

    public Trial(RuleBook book) {
        this.book = book;
        this.compiled = new CompiledPolicy(book);
    }

    /**
     * What would be decided on an item of these facts.
     *
     * @param today duties that start later do not speak
     */
    public Weighed item(FactVector facts, LocalDate today) {
        return compiled.item(facts, today);
    }

    /** The answer to another question. */
    public Reply answer(Gate gate, FactVector facts) {
        return compiled.answer(gate, facts);
    }

    /** The rules of another question that speak, or of which nobody can say whether they do. */
    public List<String> speaking(Gate gate, FactVector facts) {
        return book.of(gate).stream()
                .filter(r -> r.match(facts) != Box.Match.NO)
                .map(Rule::id)
                .toList();
    }
}
