package uk.mashhub.policy.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.SharingPolicy;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.Days;
import uk.mashhub.policy.fact.FactVector;

/** Answers one case gate by gate: which rules spoke, on what, by which law, and what each took away. */
public final class Explanation {
    private final RuleBook book;
    private final Decided decided;
    private final List<String> lines = new ArrayList<>();

    private Explanation(SharingPolicy policy) {
        this.book = policy.book();
        this.decided = new Decided(policy);
    }

    /** The answer in lines. */
    public static List<String> of(SharingPolicy policy, PolicyCase c) {
        return new Explanation(policy).explain(c);
    }

    private List<String> explain(PolicyCase c) {
        lines.add("Case " + c.id() + " (" + c.file() + ":" + c.line() + "): " + c.title());
        lines.add("Rests on: " + c.why());
        lines.add("Purpose: " + c.packet().purpose());
        if (c.request() instanceof Request.Read read) {
            lines.add("Reader: " + read.reader().audience().team() + " ("
                    + read.reader().audience().role() + ", "
                    + read.reader().audience().sector() + ", "
                    + read.reader().audience().placement()
                    + "), the packet of " + c.family().word(read.reader().perspective()) + ", as " + read.artefact());
            DecidedView view = decided.view(c, read);
            c.items()
                    .keySet()
                    .forEach(w ->
                            item(w, Decided.of(view, c, w), Days.of(c.packet().asAt())));
        } else {
            answer(c);
        }
        return lines;
    }

    private void item(String word, ItemDecision decision, LocalDate today) {
        lines.add("");
        lines.add("Item '" + word + "'");
        FactVector facts = facts(decision.facts());
        lines.add("  What the hub worked out: " + told(decision.facts()));
        Verdict before = Verdict.OPEN;
        for (Gate gate : Gate.forItems()) {
            before = gate(gate, facts, today, before);
        }
        if (decision.ruleIds().contains("HOUSE/wording")) {
            lines.add("  HOUSE");
            lines.add("    The owner's own wording is wanted, and the owner has written none for this reader");
            lines.add("      takes it down to WITHHOLD; the owner must look");
        }
        lines.add("  => " + words(decision.verdict()) + ": \"" + decision.reason() + "\""
                + (decision.law().isEmpty() ? "" : " (" + decision.law() + ")"));
        lines.add("  What is shared of it rests on" + (decision.basis().isEmpty() ? " nothing that is known" : ":"));
        decision.basis().forEach(b -> lines.add("    " + b));
    }

    private Verdict gate(Gate gate, FactVector facts, LocalDate today, Verdict before) {
        List<Rule> speaking = book.of(gate).stream()
                .filter(r -> r.inForceOn(today) && r.match(facts) != Box.Match.NO)
                .toList();
        lines.add("  " + gate + (speaking.isEmpty() ? ": no rule speaks" : ""));
        Verdict verdict = before;
        for (Rule rule : speaking) {
            Verdict after = verdict.and(rule.verdict());
            lines.add("    " + rule.id() + "  " + rule.title());
            lines.add("      reason: " + rule.reason());
            lines.add("      law: " + rule.citations());
            lines.add("      "
                    + (rule.match(facts) == Box.Match.UNKNOWN ? "nobody can say whether it applies; it " : "")
                    + taken(verdict, after));
            verdict = after;
        }
        return verdict;
    }

    /** Whether a rule on items spoke in a decision. */
    static boolean speaks(Rule rule, ItemDecision decision, PolicyCase c) {
        return rule.gate().onItems()
                && rule.inForceOn(Days.of(c.packet().asAt()))
                && rule.match(facts(decision.facts())) != Box.Match.NO;
    }

    /** What a rule took away or added. */
    private static String taken(Verdict before, Verdict after) {
        List<String> said = new ArrayList<>();
        if (before.outcome() != after.outcome()) {
            said.add("takes it down from " + before.outcome() + " to " + after.outcome());
        }
        more(before.redactions(), after.redactions(), "takes out ", said);
        more(before.generalised(), after.generalised(), "leaves no more than the district of ", said);
        more(before.reviewers(), after.reviewers(), "asks for review by ", said);
        more(before.obligations(), after.obligations(), "adds ", said);
        return said.isEmpty() ? "takes nothing more" : String.join("; ", said);
    }

    private static <E extends Enum<E>> void more(Set<E> before, Set<E> after, String words, List<String> said) {
        String added =
                after.stream().filter(e -> !before.contains(e)).map(Enum::name).collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            said.add(words + added);
        }
    }

    static String words(Verdict verdict) {
        List<String> said = new ArrayList<>(List.of(verdict.outcome().name()));
        if (EnumSet.of(Outcome.REDACT).contains(verdict.outcome())) {
            more(Set.of(), verdict.redactions(), "without ", said);
            more(Set.of(), verdict.generalised(), "with no more than the district of ", said);
        }
        more(Set.of(), verdict.reviewers(), "review by ", said);
        more(Set.of(), verdict.obligations(), "with ", said);
        return String.join("; ", said);
    }

    private void answer(PolicyCase c) {
        Permission permission = decided.answer(c);
        Gate gate = gate(c.request());
        FactVector facts = decided.facts(c, book.windows());
        lines.add("  What the hub worked out: " + told(facts.words()));
        List<Rule> speaking = book.of(gate).stream()
                .filter(r -> r.match(facts) != Box.Match.NO)
                .toList();
        lines.add("");
        lines.add("  " + gate + (speaking.isEmpty() ? ": no rule speaks" : ""));
        for (Rule rule : speaking) {
            lines.add("    " + rule.id() + "  " + rule.title());
            lines.add("      says " + rule.answer() + ": " + rule.reason());
            lines.add("      law: " + rule.citations());
        }
        lines.add("  => " + permission.ruling() + ": \"" + permission.reason() + "\"");
    }

    private static Gate gate(Request request) {
        if (request instanceof Request.Ask) {
            return Gate.MAY_ASK;
        }
        return request instanceof Request.Open ? Gate.MAY_OPEN : Gate.MAY_SEND;
    }

    private static FactVector facts(SortedMap<String, String> words) {
        FactVector.Gathering gathering = new FactVector.Gathering();
        for (Attribute a : Attribute.values()) {
            String word = words.get(a.term());
            if (word != null) {
                gathering.put(a, word);
            }
        }
        Optional.ofNullable(words.get(FactVector.OWNER)).map(AgencyId::new).ifPresent(gathering::owner);
        return gathering.done();
    }

    /** Vocabulary always; of yes-or-no facts those that are not 'no'. */
    private static String told(SortedMap<String, String> facts) {
        return facts.entrySet().stream()
                .filter(e -> !e.getValue().equals("no"))
                .map(e -> e.getValue().equals("yes") ? e.getKey() : e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    }
}
