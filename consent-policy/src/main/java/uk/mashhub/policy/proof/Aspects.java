package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Question;

/** How what two policies say differs, as logic: one literal for each way, and one for whether it differs at all. */
final class Aspects {
    private final Sat sat;
    private final List<Integer> all = new ArrayList<>();
    private final List<Integer> differing = new ArrayList<>();
    private final List<Integer> widening = new ArrayList<>();

    private Aspects(Sat sat) {
        this.sat = sat;
    }

    static Aspects of(Question question, Sat sat, Space space, Applying was, Applying now) {
        Aspects aspects = new Aspects(sat);
        if (question == Question.MAY_SEE) {
            aspects.items(new Verdicts(sat, space, was.all()), new Verdicts(sat, space, now.all()));
        } else {
            Replies before = new Replies(sat, was.all());
            Replies after = new Replies(sat, now.all());
            for (Answer a : Answer.values()) {
                aspects.either(before.is(a), after.is(a));
            }
            aspects.widening.add(sat.and(-before.is(Answer.ALLOW), after.is(Answer.ALLOW)));
            aspects.widening.add(sat.and(before.is(Answer.REFUSE), after.is(Answer.REVIEW)));
        }
        return aspects;
    }

    private void items(Verdicts was, Verdicts now) {
        for (Outcome o : Outcome.values()) {
            either(was.is(o), now.is(o));
            widening.add(sat.and(
                    now.is(o),
                    sat.or(Stream.of(Outcome.values())
                            .filter(less -> less.ordinal() > o.ordinal())
                            .map(was::is)
                            .toList())));
        }
        int fields = sat.and(-was.atMost(Outcome.SUMMARISE), -now.atMost(Outcome.SUMMARISE));
        for (FieldKind k : FieldKind.values()) {
            way(List.of(fields, -was.redacted(k), now.redacted(k)));
            way(List.of(fields, was.redacted(k), -now.redacted(k)));
            way(List.of(fields, -was.generalised(k), now.generalised(k)));
            way(List.of(fields, was.generalised(k), -now.generalised(k)));
            widening.add(sat.and(List.of(fields, was.redacted(k), -now.redacted(k))));
            widening.add(sat.and(List.of(fields, was.generalised(k), -now.generalised(k), -now.redacted(k))));
        }
        for (Reviewer r : Reviewer.values()) {
            way(List.of(-was.reviewed(r), now.reviewed(r)));
            way(List.of(was.reviewed(r), -now.reviewed(r)));
        }
        for (Obligation o : Obligation.values()) {
            way(List.of(-was.obliged(o), now.obliged(o)));
            way(List.of(was.obliged(o), -now.obliged(o)));
        }
    }

    private void either(int was, int now) {
        all.add(was);
        all.add(now);
        differing.add(sat.and(was, -now));
    }

    private void way(List<Integer> together) {
        int literal = sat.and(together);
        all.add(literal);
        differing.add(literal);
    }

    /** Something differs. */
    int differs() {
        return sat.or(differing);
    }

    /** Somebody would get more, see {@link Delta#widens}. */
    int widens() {
        return sat.or(widening);
    }

    /** It differs exactly as in the model found last. */
    int asNow() {
        return sat.and(all.stream().map(l -> sat.holds(l) ? l : -l).toList());
    }
}
