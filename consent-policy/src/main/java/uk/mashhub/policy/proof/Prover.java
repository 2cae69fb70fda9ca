package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.proof.Case.Situation;

/** Proves invariants of one question, or shows for each a situation in which it fails, which the engine confirms. */
final class Prover {
    private final Case question;
    private final Result result;

    Prover(Case question, Result result) {
        this.question = question;
        this.result = result;
    }

    Proof prove(Invariant invariant) {
        List<Integer> spoken = spoken(invariant);
        if (!question.sat().possible(spoken)) {
            return new Proof(invariant, Proof.State.EMPTY, "No situation is as it says.");
        }
        int broken = question.sat()
                .or(invariant.claims().stream().map(result::broken).toList());
        List<Integer> refuting = new ArrayList<>(spoken);
        refuting.add(broken);
        return question.find(refuting)
                .map(s -> refuted(invariant, s, broken))
                .orElseGet(() -> new Proof(invariant, Proof.State.PROVED, ""));
    }

    /** The situations of which it speaks. Doubt counts as yes, except where it wants something given. */
    private List<Integer> spoken(Invariant invariant) {
        Space space = question.space();
        List<Integer> spoken = new ArrayList<>();
        invariant.when().attributes().forEach(a -> spoken.add(-space.outside(a, invariant.when())));
        invariant.unless().forEach(b -> spoken.add(-space.inside(b)));
        if (invariant.gives()) {
            spoken.add(space.known());
        }
        return spoken;
    }

    private Proof refuted(Invariant invariant, Situation situation, int broken) {
        boolean confirmed = invariant.claims().stream().anyMatch(c -> breaks(c, situation));
        if (!confirmed) {
            throw new IllegalStateException("proof and engine disagree on invariant " + invariant.id());
        }
        Set<Attribute> told = needed(situation, broken);
        told.removeIf(a -> a.named()
                && situation.facts().known(a)
                && situation.facts().index(a) == 0
                && !invariant.when().reads(a));
        told.addAll(invariant.when().attributes());
        String words = situation.words(told.stream());
        return new Proof(
                invariant, Proof.State.REFUTED, words + ", all else 'no', comes out as " + question.outcome(situation));
    }

    private boolean breaks(Claim claim, Situation situation) {
        if (question.question() != Question.MAY_SEE) {
            return claim instanceof Claim.Answers c
                    && !c.allowed()
                            .contains(question.trial()
                                    .answer(question.question().gates().get(0), situation.facts())
                                    .answer());
        }
        Verdict verdict =
                question.trial().item(situation.facts(), situation.today()).verdict();
        if (claim instanceof Claim.Outcomes c) {
            return !c.allowed().contains(verdict.outcome());
        }
        if (claim instanceof Claim.NoField c) {
            return !verdict.outcome().atMost(Outcome.SUMMARISE)
                    && c.kinds().stream().anyMatch(k -> shown(verdict, k, c.inPart()));
        }
        return claim instanceof Claim.Adds c
                && !(verdict.reviewers().containsAll(c.reviewers())
                        && verdict.obligations().containsAll(c.obligations()));
    }

    private static boolean shown(Verdict verdict, FieldKind kind, boolean inPart) {
        return !verdict.redactions().contains(kind)
                && (inPart || !verdict.generalised().contains(kind));
    }

    /** The attributes that bring it about: with these values, and this owner, it fails whatever the others are. */
    private Set<Attribute> needed(Situation situation, int broken) {
        Set<Attribute> needed = EnumSet.copyOf(question.space().attributes());
        for (Attribute a : question.space().attributes()) {
            List<Integer> others = needed.stream()
                    .filter(n -> n != a)
                    .map(n -> literal(situation, n))
                    .collect(Collectors.toCollection(ArrayList::new));
            others.add(-broken);
            others.add(question.space().owned(situation.facts().owner()));
            if (!question.sat().possible(others)) {
                needed.remove(a);
            }
        }
        return needed;
    }

    private int literal(Situation situation, Attribute attribute) {
        return question.space()
                .literal(
                        attribute,
                        situation.facts().known(attribute) ? situation.facts().index(attribute) : -1);
    }
}
