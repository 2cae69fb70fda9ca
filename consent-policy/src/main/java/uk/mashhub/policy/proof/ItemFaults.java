package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.proof.Applying.Applied;
import uk.mashhub.policy.proof.Fault.Kind;

/**
 * What is wrong between rules on items. A rule is there for something if in some situation, all facts known, the verdict
 * would be another without it.
 */
final class ItemFaults {
    private final Case items;
    private final Verdicts verdicts;
    private final Naming naming;
    private final List<Applied> cells;
    private final List<Applied> others;
    private final Map<String, Integer> ofCells = new HashMap<>();

    ItemFaults(Case items, Verdicts verdicts, Naming naming) {
        this.items = items;
        this.verdicts = verdicts;
        this.naming = naming;
        this.cells = items.applying().all().stream()
                .filter(r -> r.rule().gate() == Gate.MATRIX)
                .toList();
        this.others = items.applying().all().stream()
                .filter(r -> r.rule().gate() != Gate.MATRIX)
                .toList();
    }

    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        uncovered(faults);
        Overlap.among(cells).forEach(o -> twice(o, faults));
        cells.forEach(c -> cell(c, faults));
        others.forEach(r -> rule(r, faults));
        both(Obligation.TELL_SUBJECT, Obligation.DO_NOT_TELL_SUBJECT, faults);
        return faults;
    }

    private void uncovered(List<Fault> faults) {
        int none = -items.sat().or(cells.stream().map(Applied::yes).toList());
        items.find(List.of(items.space().known(), none))
                .ifPresent(s -> faults.add(new Fault(
                        Kind.UNCOVERED, naming.matrix(), "MATRIX", "no cell for " + s.words(Attributes.telling(s)))));
    }

    private void twice(Overlap o, List<Fault> faults) {
        items.find(List.of(items.space().known(), o.one().yes(), o.other().yes()))
                .ifPresent(s -> faults.add(naming.fault(
                        Kind.CONTRADICTORY,
                        o.one().rule(),
                        "so does " + o.other().rule().id() + " for " + s.words(Attributes.telling(s)))));
    }

    /**
     * A cell that holds something back stands there to fill the matrix; one that gives must be able to. That other rules
     * always take fields out of what a cell shows is no contradiction.
     */
    private void cell(Applied cell, List<Fault> faults) {
        Outcome outcome = cell.rule().verdict().outcome();
        int known = items.space().known();
        if (!items.possible(known, cell.yes())) {
            faults.add(naming.dead(cell.rule()));
        } else if (!outcome.atMost(Outcome.WITHHOLD) && !items.possible(known, cell.yes(), -less(outcome))) {
            faults.add(naming.fault(
                    Kind.CONTRADICTORY,
                    cell.rule(),
                    "gives " + outcome + ", but other rules always leave less where "
                            + cell.rule().when()));
        }
    }

    private int less(Outcome outcome) {
        return switch (outcome) {
            case SHOW, REDACT -> verdicts.atMost(Outcome.SUMMARISE);
            case SUMMARISE -> verdicts.atMost(Outcome.EXISTS);
            default -> verdicts.atMost(Outcome.WITHHOLD);
        };
    }

    private void rule(Applied rule, List<Fault> faults) {
        if (!items.possible(items.space().known(), rule.yes())) {
            faults.add(naming.dead(rule.rule()));
        } else if (!brings(rule) && !redacts(rule) && !adds(rule)) {
            faults.add(naming.shadowed(rule.rule(), items.applying().all()));
        }
    }

    /** Whether some outcome is this rule's doing. */
    private boolean brings(Applied rule) {
        Outcome outcome = rule.rule().verdict().outcome();
        if (outcome == Outcome.SHOW) {
            return false;
        }
        int known = items.space().known();
        int worded = items.space().says(Attribute.OWNER_WORDING, "yes");
        int less = another(rule, v -> v.outcome().atMost(outcome), "<=" + outcome);
        int waiting = items.sat().and(summarised(rule), -worded);
        boolean alone = outcome.atMost(Outcome.WITHHOLD)
                ? items.possible(known, rule.yes(), -less, outcome == Outcome.WITHHOLD ? -waiting : known)
                : items.possible(known, rule.yes(), -less, -waiting, outcome == Outcome.SUMMARISE ? worded : known);
        return alone
                || (outcome == Outcome.SUMMARISE
                        && items.possible(known, rule.yes(), -worded, -withheld(rule), -summarised(rule)));
    }

    private int summarised(Applied rule) {
        return another(rule, v -> v.outcome() == Outcome.SUMMARISE, "=SUMMARISE");
    }

    private int withheld(Applied rule) {
        return another(rule, v -> v.outcome().atMost(Outcome.WITHHOLD), "<=WITHHOLD");
    }

    private boolean redacts(Applied rule) {
        for (FieldKind k : rule.rule().verdict().generalised()) {
            int also = another(
                    rule, v -> v.generalised().contains(k) || v.redactions().contains(k), "~" + k);
            if (items.possible(items.space().known(), rule.yes(), verdicts.is(Outcome.REDACT), -also)) {
                return true;
            }
        }
        for (FieldKind k : rule.rule().verdict().redactions()) {
            int also = another(rule, v -> v.redactions().contains(k), "-" + k);
            if (items.possible(items.space().known(), rule.yes(), verdicts.is(Outcome.REDACT), -also)) {
                return true;
            }
        }
        return false;
    }

    private boolean adds(Applied rule) {
        Verdict verdict = rule.rule().verdict();
        int known = items.space().known();
        int waiting = items.sat()
                .and(List.of(summarised(rule), -items.space().says(Attribute.OWNER_WORDING, "yes"), -withheld(rule)));
        for (Reviewer r : verdict.reviewers()) {
            int also = another(rule, v -> v.reviewers().contains(r), "?" + r);
            if (items.possible(known, rule.yes(), -also, r == Reviewer.OWNER ? -waiting : known)) {
                return true;
            }
        }
        for (Obligation o : verdict.obligations()) {
            int also = another(rule, v -> v.obligations().contains(o), "!" + o);
            if (items.possible(known, rule.yes(), -also)) {
                return true;
            }
        }
        return false;
    }

    /** Another rule of that kind applies. */
    private int another(Applied rule, Predicate<Verdict> which, String key) {
        List<Integer> applying = new ArrayList<>();
        applying.add(ofCells.computeIfAbsent(
                key,
                k -> items.sat()
                        .or(cells.stream()
                                .filter(c -> which.test(c.rule().verdict()))
                                .map(Applied::yes)
                                .toList())));
        others.stream().filter(o -> o != rule && which.test(o.rule().verdict())).forEach(o -> applying.add(o.yes()));
        return items.sat().or(applying);
    }

    private void both(Obligation one, Obligation other, List<Fault> faults) {
        items.find(List.of(
                        items.space().known(),
                        verdicts.obliged(one),
                        verdicts.obliged(other),
                        -verdicts.atMost(Outcome.EXISTS)))
                .ifPresent(s -> faults.add(new Fault(
                        Kind.CONTRADICTORY,
                        naming.matrix(),
                        one + " and " + other,
                        "both go with an item of " + s.words(Attributes.telling(s)) + ": " + items.outcome(s))));
    }
}
