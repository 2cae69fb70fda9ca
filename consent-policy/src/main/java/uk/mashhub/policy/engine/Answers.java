package uk.mashhub.policy.engine;

import java.util.EnumMap;
import java.util.Map;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.FactVector;

/** Answers the questions that are not about an item. REFUSE beats REVIEW beats ALLOW; no rule, or an error, is REFUSE. */
public final class Answers {
    private final Map<Gate, AnswerGate> gates = new EnumMap<>(Gate.class);

    public Answers(RuleBook book) {
        for (Gate gate : Gate.values()) {
            if (!gate.onItems()) {
                gates.put(gate, new AnswerGate(gate, book.of(gate)));
            }
        }
    }

    /** @throws IllegalArgumentException for a gate that items pass */
    public Reply to(Gate gate, FactVector facts) {
        AnswerGate rules = gates.get(gate);
        if (rules == null) {
            throw new IllegalArgumentException("gate " + gate + " gives verdicts on items");
        }
        return rules.answer(facts);
    }

    void digest(Digest digest) {
        gates.values().forEach(g -> g.digest(digest));
    }
}
