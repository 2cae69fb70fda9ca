package uk.mashhub.policy.agreement;

import java.util.List;
import java.util.Map;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.fact.Attribute;

/**
 * Holds an agency's rules to taking something away. Gates combine by the least, so a wider rule would be without effect and
 * its author would not know: one that leaves at least as much as the partnership's matrix, wherever it speaks, is refused,
 * and so is one about being asked where the partnership's rules allow nothing that it takes.
 */
final class Narrowing {
    private final List<Rule> matrix;

    Narrowing(List<Rule> matrix) {
        this.matrix = matrix;
    }

    void check(List<Rule> rules, Map<String, Place> places, Problems problems) {
        for (Rule rule : rules) {
            Place place = places.get(rule.id());
            if (place != null && rule.agency().isPresent() && !narrows(rule, rules)) {
                problems.note(place.file(), place.line(), rule.id() + wider(rule));
            }
        }
    }

    private static String wider(Rule rule) {
        return rule.gate().onItems()
                ? " leaves " + rule.verdict().outcome()
                        + " where the partnership's matrix leaves no more: an agency's agreement may only narrow"
                : " answers " + rule.answer()
                        + " where the partnership's rules allow no more: an agency's agreement may only narrow";
    }

    private boolean narrows(Rule rule, List<Rule> rules) {
        return rule.gate().onItems() ? narrows(rule) : rules.stream().anyMatch(r -> answersMore(r, rule));
    }

    /** A rule of the partnership that would answer more in some situation of which the agency's speaks. */
    private static boolean answersMore(Rule partnership, Rule rule) {
        return partnership.agency().isEmpty()
                && partnership.gate() == rule.gate()
                && partnership.answer().compareTo(rule.answer()) < 0
                && partnership.when().meets(rule.when());
    }

    private boolean narrows(Rule rule) {
        Verdict verdict = rule.verdict();
        return !verdict.reviewers().isEmpty()
                || !verdict.obligations().isEmpty()
                || matrix.stream().anyMatch(c -> narrows(rule, c));
    }

    /** What an agency's own people read of it counts only for a rule that names them. */
    private static boolean narrows(Rule rule, Rule cell) {
        boolean own = cell.when().mask(Attribute.READER_OWNS_ITEM)
                        == 1L << Attribute.READER_OWNS_ITEM.words().indexOf("yes")
                && !rule.when().reads(Attribute.READER_OWNS_ITEM);
        return !own && cell.when().meets(rule.when()) && !leavesNoMore(cell.verdict(), rule.verdict());
    }

    private static boolean leavesNoMore(Verdict cell, Verdict rule) {
        return cell.outcome() == Outcome.REDACT && rule.outcome() == Outcome.REDACT
                ? cell.redactions().containsAll(rule.redactions())
                        && rule.generalised().stream()
                                .allMatch(k -> cell.redactions().contains(k)
                                        || cell.generalised().contains(k))
                : cell.outcome().atMost(rule.outcome());
    }
}
