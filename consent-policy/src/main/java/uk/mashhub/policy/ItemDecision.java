package uk.mashhub.policy;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.policy.engine.Finding;

/**
 * What was decided on one item, for the log. It names what a reader may not know of: never show it to one.
 *
 * @param ruleIds every rule that applied, in the order of the gates
 * @param law what the rule that decided rests on
 * @param laws what every rule that applied rests on, as {@code rule: law}
 * @param basis on what the owner rests when it shares: UK GDPR article, gateway, condition, confidence, each with its law
 * @param facts the attribute vector it was decided on (ruling 16); no personal data
 */
public record ItemDecision(
        ItemId item,
        Verdict verdict,
        List<String> ruleIds,
        String reason,
        String law,
        List<String> laws,
        List<String> basis,
        SortedMap<String, String> facts) {
    public ItemDecision {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(verdict, "verdict");
        ruleIds = List.copyOf(ruleIds);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(law, "law");
        laws = List.copyOf(laws);
        basis = List.copyOf(basis);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    static ItemDecision of(Finding finding) {
        return new ItemDecision(
                finding.item().id(),
                finding.verdict(),
                finding.ruleIds(),
                finding.reason(),
                finding.law(),
                finding.laws(),
                finding.basis(),
                finding.facts().words());
    }
}
