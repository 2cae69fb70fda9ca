package uk.mashhub.bench;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * What a rule says, put as engines of permissions know it: a permission or a prohibition, and when. Together the
 * sentences answer one question exactly, as long as every fact is known: does the reader get anything of an item's
 * content? A cell of the matrix permits, every rule that leaves no content forbids, and wording of the owner's counts only
 * where there is some. A sentence of an agency's own agreement speaks of its items only. Redactions, reviewers, obligations, reasons and unknown facts are lost on the way.
 */
record Sentence(String id, boolean permits, Optional<AgencyId> owner, Box when) {

    static List<Sentence> of(RuleBook book, LocalDate today) {
        return book.rules().stream()
                .filter(r -> r.gate().onItems() && r.inForceOn(today))
                .flatMap(r -> (r.gate() == Gate.MATRIX ? permission(r) : prohibition(r)).stream())
                .sorted(Comparator.comparing(Sentence::permits))
                .toList();
    }

    private static Optional<Sentence> permission(Rule rule) {
        return switch (rule.verdict().outcome()) {
            case SHOW, REDACT -> Optional.of(new Sentence(rule.id(), true, rule.agency(), rule.when()));
            case SUMMARISE -> Optional.of(new Sentence(rule.id(), true, rule.agency(), wording(rule, "yes")));
            case EXISTS, WITHHOLD, SILENT -> Optional.empty();
        };
    }

    private static Optional<Sentence> prohibition(Rule rule) {
        return switch (rule.verdict().outcome()) {
            case SHOW, REDACT -> Optional.empty();
            case SUMMARISE -> Optional.of(new Sentence(rule.id(), false, rule.agency(), wording(rule, "no")));
            case EXISTS, WITHHOLD, SILENT -> Optional.of(new Sentence(rule.id(), false, rule.agency(), rule.when()));
        };
    }

    private static Box wording(Rule rule, String there) {
        return rule.when()
                .with(
                        Attribute.OWNER_WORDING,
                        1L << Attribute.OWNER_WORDING.words().indexOf(there));
    }

    /** Whether it speaks in a situation in which everything is known. */
    boolean applies(FactVector facts) {
        return (owner.isEmpty() || owner.equals(facts.owner())) && when.match(facts) == Box.Match.YES;
    }

    /** What the compiled policy answers to the same question. */
    static boolean given(Outcome outcome) {
        return !outcome.atMost(Outcome.EXISTS);
    }
}
