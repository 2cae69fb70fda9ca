package uk.mashhub.policy.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.FactVector;

/**
 * The rules of one question that is not about an item, compiled: strictest answer first, so the first that applies wins. An
 * agency's own speak where it is asked.
 */
final class AnswerGate {
    private final Reply[] replies;
    private final Block[] blocks;
    private final Speakers speakers;
    private final List<String> agencies;
    private final Reply error;
    private final Reply none;

    AnswerGate(Gate gate, List<Rule> rules) {
        List<Rule> strictestFirst = rules.stream()
                .sorted(Comparator.comparing(Rule::answer).reversed())
                .toList();
        this.replies = strictestFirst.stream()
                .map(r -> new Reply(r.answer(), r.id(), r.reason(), r.citations()))
                .toArray(Reply[]::new);
        this.blocks = IntStream.iterate(0, n -> n < replies.length, n -> n + Block.SIZE)
                .mapToObj(n -> strictestFirst.subList(n, Math.min(n + Block.SIZE, replies.length)))
                .map(some -> new Block(some.stream().map(Rule::when).toList()))
                .toArray(Block[]::new);
        this.speakers = new Speakers(strictestFirst.stream().map(Optional::of).toList());
        this.agencies = strictestFirst.stream()
                .map(r -> r.agency().map(AgencyId::value).orElse(""))
                .toList();
        this.error = new Reply(Answer.REFUSE, "HOUSE/error-" + gate, "This could not be worked out.", "");
        this.none = new Reply(Answer.REFUSE, "HOUSE/no-rule-" + gate, "No rule allows this.", "");
    }

    Reply answer(FactVector facts) {
        Reply answer = none;
        long[] owner = speakers.of(facts.owner());
        for (int b = blocks.length - 1; b >= 0; b--) {
            long possible = blocks[b].possible(facts) & owner[b];
            if ((possible & blocks[b].doubtful(facts)) != 0) {
                return error;
            }
            if (possible != 0) {
                answer = replies[b * Block.SIZE + Long.numberOfTrailingZeros(possible)];
            }
        }
        return answer;
    }

    void digest(Digest digest) {
        for (Reply reply : replies) {
            digest.words(reply.ruleId(), reply.answer().name(), reply.reason(), reply.law());
        }
        agencies.forEach(digest::words);
        for (Block block : blocks) {
            block.each(digest::numbers);
        }
    }
}
