package uk.mashhub.policy.agreement;

import java.util.List;
import java.util.Map;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.fact.Attribute;

/**
 * Holds an agency's rules to taking something away. Gates combine by the least, so a wider rule would be without effect and
 * its author would not know: one that leaves at least as much as the partnership's matrix, wherever it speaks, is refused.
 */
final class Narrowing {
    private final List<Rule> matrix;

    Narrowing(List<Rule> matrix) {
        this.matrix = matrix;
    }

    void check(List<Rule> rules, Map<String, Place> places, Problems problems) {
        for (Rule rule : rules) {
            Place place = places.get(rule.id());
            if (place != null && rule.agency().isPresent() && !narrows(rule)) {
                problems.note(
                        place.file(),
                        place.line(),
                        rule.id() + " leaves " + rule.verdict().outcome() + " where the partnership's matrix leaves no"
                                + " more: an agency's agreement may only narrow");
            }
        }
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
