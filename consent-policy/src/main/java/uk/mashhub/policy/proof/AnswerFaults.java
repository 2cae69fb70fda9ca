package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.proof.Applying.Applied;
import uk.mashhub.policy.proof.Fault.Kind;

/**
 * What is wrong between rules that answer another question. There a situation without a rule is refused, and the stricter
 * answer wins, so exactly one answer comes out always; but each rule must be the one that answers somewhere.
 */
final class AnswerFaults {
    private final Case question;
    private final Naming naming;

    AnswerFaults(Case question, Naming naming) {
        this.question = question;
        this.naming = naming;
    }

    List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        question.applying().all().forEach(r -> rule(r, faults));
        return faults;
    }

    private void rule(Applied rule, List<Fault> faults) {
        int known = question.space().known();
        Answer answer = rule.rule().answer();
        int stricter = another(rule, r -> r.answer().compareTo(answer) > 0);
        int alike = another(rule, r -> r.answer() == answer);
        if (question.possible(known, rule.yes(), -stricter, -alike)) {
            return;
        }
        if (!question.possible(known, rule.yes())) {
            faults.add(naming.dead(rule.rule()));
        } else if (question.possible(known, rule.yes(), -stricter)) {
            faults.add(naming.shadowed(rule.rule(), question.applying().all()));
        } else {
            question.find(List.of(known, rule.yes()))
                    .ifPresent(s -> faults.add(naming.fault(
                            Kind.CONTRADICTORY,
                            rule.rule(),
                            "says " + answer + " but is always overruled: "
                                    + s.words(rule.rule().when().attributes().stream()) + " comes out as "
                                    + question.outcome(s))));
        }
    }

    private int another(Applied rule, Predicate<Rule> which) {
        return question.sat()
                .or(question.applying().all().stream()
                        .filter(r -> r != rule && which.test(r.rule()))
                        .map(Applied::yes)
                        .toList());
    }
}
