package uk.mashhub.policy.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.proof.Applying.Applied;

/** What the rules of another question answer, as logic: the same as {@link uk.mashhub.policy.engine.Answers} works out. */
final class Replies implements Result {
    private final Sat sat;
    private final Map<Answer, Integer> is = new EnumMap<>(Answer.class);

    Replies(Sat sat, List<Applied> rules) {
        this.sat = sat;
        List<Integer> refusing =
                new ArrayList<>(rules.stream().map(Applied::doubt).toList());
        refusing.addAll(of(rules, Answer.REFUSE));
        refusing.add(-sat.or(rules.stream().map(Applied::yes).toList()));
        int refuse = sat.or(refusing);
        int review = sat.and(-refuse, sat.or(of(rules, Answer.REVIEW)));
        is.put(Answer.REFUSE, refuse);
        is.put(Answer.REVIEW, review);
        is.put(Answer.ALLOW, sat.and(-refuse, -review));
    }

    private static List<Integer> of(List<Applied> rules, Answer answer) {
        return rules.stream()
                .filter(r -> r.rule().answer() == answer)
                .map(Applied::yes)
                .toList();
    }

    int is(Answer answer) {
        return is.getOrDefault(answer, -sat.truth());
    }

    @Override
    public int broken(Claim claim) {
        if (claim instanceof Claim.Answers c) {
            List<Integer> ways = new ArrayList<>();
            for (Answer a : Answer.values()) {
                if (!c.allowed().contains(a)) {
                    ways.add(is(a));
                }
            }
            return sat.or(ways);
        }
        throw new IllegalArgumentException("not a claim about an answer");
    }
}
