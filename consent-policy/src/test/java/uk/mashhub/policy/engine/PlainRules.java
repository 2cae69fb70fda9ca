package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * The gates as they read, rule by rule, with nothing compiled: what {@link CompiledPolicy} is held against. A rule of which
 * nobody can say whether it applies takes what it would take if it did.
 */
final class PlainRules {

    /** What comes out for an item. */
    record Plain(Verdict verdict, List<String> ruleIds, Optional<Rule> cell, String reason, String law) {}

    private final FactVector facts;
    private final LocalDate today;
    private final List<String> fired = new ArrayList<>();
    private Verdict verdict = Verdict.OPEN;
    private Optional<Rule> cell = Optional.empty();
    private boolean summarised;
    private String reason = "";
    private String law = "";

    private PlainRules(FactVector facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
    }

    static Plain item(RuleBook book, FactVector facts, LocalDate today) {
        PlainRules rules = new PlainRules(facts, today);
        Gate.forItems().forEach(gate -> rules.pass(gate, book.of(gate)));
        rules.settle(facts.says(Attribute.OWNER_WORDING));
        return new Plain(rules.verdict, List.copyOf(rules.fired), rules.cell, rules.reason, rules.law);
    }

    /** REFUSE beats REVIEW beats ALLOW; no rule, or one of which nobody can say, is REFUSE. */
    static Reply answer(RuleBook book, Gate gate, FactVector facts) {
        List<Rule> met = new ArrayList<>();
        for (Rule rule : book.of(gate)) {
            Box.Match match = rule.match(facts);
            if (match == Box.Match.UNKNOWN) {
                return new Reply(Answer.REFUSE, "HOUSE/error-" + gate, "This could not be worked out.", "");
            }
            if (match == Box.Match.YES) {
                met.add(rule);
            }
        }
        for (Answer answer : List.of(Answer.REFUSE, Answer.REVIEW, Answer.ALLOW)) {
            for (Rule rule : met) {
                if (rule.answer() == answer) {
                    return new Reply(answer, rule.id(), rule.reason(), rule.citations());
                }
            }
        }
        return new Reply(Answer.REFUSE, "HOUSE/no-rule-" + gate, "No rule allows this.", "");
    }

    /** Puts the item through one gate. */
    private void pass(Gate gate, List<Rule> rules) {
        List<Rule> met = new ArrayList<>();
        List<Rule> doubtful = new ArrayList<>();
        for (Rule rule : rules) {
            Box.Match match = rule.inForceOn(today) ? rule.match(facts) : Box.Match.NO;
            if (match != Box.Match.NO) {
                (match == Box.Match.YES ? met : doubtful).add(rule);
            }
        }
        if (gate == Gate.MATRIX && met.size() == 1 && doubtful.isEmpty()) {
            cell = Optional.of(met.get(0));
        }
        met.forEach(this::apply);
        if (!doubtful.isEmpty() || (gate == Gate.MATRIX && met.size() != 1)) {
            failed(gate, doubtful);
        }
    }

    private void apply(Rule rule) {
        take(rule.id(), rule.verdict(), rule.reason(), rule.citations());
    }

    private void failed(Gate gate, List<Rule> doubtful) {
        Verdict worst = reviewed(Outcome.WITHHOLD, Reviewer.IG_LEAD);
        for (Rule rule : doubtful) {
            worst = worst.and(rule.verdict());
        }
        take("HOUSE/error-" + gate, worst, "This could not be worked out, so it waits.", "");
    }

    /** The first rule that brings the outcome down is the one that readers are told of; the matrix speaks for SHOW. */
    private void take(String id, Verdict more, String why, String citations) {
        fired.add(id);
        boolean decides = !verdict.outcome().atMost(more.outcome())
                || (id.startsWith("MATRIX/") && verdict.outcome() == more.outcome());
        if (decides || reason.isEmpty()) {
            reason = why;
            law = citations;
        }
        verdict = verdict.and(more);
        summarised |= more.outcome() == Outcome.SUMMARISE;
    }

    /**
     * Where a rule leaves only the owner's wording and nobody has written it, the reader gets none of it. This holds
     * however little the other rules leave, or one more of them could turn a withheld item into a named one.
     */
    private void settle(boolean wording) {
        if (summarised && !wording && !verdict.outcome().atMost(Outcome.WITHHOLD)) {
            take("HOUSE/wording", reviewed(Outcome.WITHHOLD, Reviewer.OWNER), "Awaiting wording from the owner.", law);
        }
    }

    private static Verdict reviewed(Outcome outcome, Reviewer reviewer) {
        return new Verdict(outcome, Set.of(), Set.of(), EnumSet.of(reviewer));
    }
}
