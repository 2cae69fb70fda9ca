package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.FactVector;

/**
 * A policy as the hub decides with it: every rule turned into masks once, so that a decision is a few ANDs and makes
 * nothing but its result. Immutable.
 */
public final class CompiledPolicy {
    private final PolicyHash policy;
    private final ItemGates items;
    private final Answers answers;
    private final Bases bases;
    private final String digest;

    public CompiledPolicy(RuleBook book) {
        this.policy = book.hash();
        this.items = new ItemGates(book);
        this.answers = new Answers(book);
        this.bases = new Bases(book.bases());
        Digest all = new Digest();
        items.digest(all);
        answers.digest(all);
        bases.digest(all);
        this.digest = all.hex();
    }

    /**
     * What comes out for an item of these facts.
     *
     * @param today duties that start later do not speak
     */
    public Weighed item(FactVector facts, LocalDate today) {
        return items.weigh(facts, today);
    }

    /** On what its owner rests when an item of these facts is shared on a day: a line for each part and basis. */
    public List<String> basis(FactVector facts, LocalDate today) {
        return bases.of(facts, today);
    }

    /** The answer to a question that is not about an item. */
    public Reply answer(Gate gate, FactVector facts) {
        return answers.to(gate, facts);
    }

    public Answers answers() {
        return answers;
    }

    /** The policy that it was compiled from. */
    public PolicyHash policy() {
        return policy;
    }

    /**
     * SHA-256, as hex, of everything that a decision reads: masks, verdicts, ids, reasons and start days. The same
     * release makes the same of the same policy, on any machine.
     */
    public String digest() {
        return digest;
    }
}
