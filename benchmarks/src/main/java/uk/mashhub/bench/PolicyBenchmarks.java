package uk.mashhub.bench;

import com.cedarpolicy.model.AuthorizationRequest;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.CompiledPolicy;
import uk.mashhub.policy.engine.Reply;
import uk.mashhub.policy.engine.Weighed;
import uk.mashhub.policy.fact.FactVector;

/** One decision at a time, over situations that follow one another so that no branch is learnt by heart. */
public class PolicyBenchmarks {
    static final int SITUATIONS = 4096;
    static final long SEED = 20_261_120;

    /** The compiled policy and its situations. */
    @State(Scope.Thread)
    public static class Compiled {
        private final CompiledPolicy policy;
        private final FactVector[] known;
        private final FactVector[] doubtful;
        private int next;

        public Compiled() {
            RuleBook book = Shipped.book();
            this.policy = new CompiledPolicy(book);
            this.known = Situations.known(book, SEED, SITUATIONS).toArray(FactVector[]::new);
            this.doubtful = Situations.doubtful(book, SEED, SITUATIONS).toArray(FactVector[]::new);
        }

        private int next() {
            next = (next + 1) % SITUATIONS;
            return next;
        }
    }

    /** Cedar, with a request for each situation. */
    @State(Scope.Thread)
    public static class Cedar {
        private final CedarPeer peer;
        private final AuthorizationRequest[] requests;
        private int next;

        public Cedar() {
            RuleBook book = Shipped.book();
            this.peer = new CedarPeer(Sentence.of(book, Shipped.TODAY));
            this.requests = Situations.known(book, SEED, SITUATIONS).stream()
                    .map(CedarPeer::request)
                    .toArray(AuthorizationRequest[]::new);
        }
    }

    /** jCasbin, with the facts of each situation. */
    @State(Scope.Thread)
    public static class Casbin {
        private final CasbinPeer peer;
        private final List<FactVector> situations;
        private int next;

        public Casbin() {
            RuleBook book = Shipped.book();
            this.peer = new CasbinPeer(Sentence.of(book, Shipped.TODAY));
            this.situations = Situations.known(book, SEED, SITUATIONS);
        }
    }

    /** A decision on an item: verdict, rules, reason and law, as numbers. */
    @Benchmark
    public Weighed decision(Compiled state) {
        return state.policy.item(state.known[state.next()], Shipped.TODAY);
    }

    /** The same where one fact could not be worked out. */
    @Benchmark
    public Weighed doubtfulDecision(Compiled state) {
        return state.policy.item(state.doubtful[state.next()], Shipped.TODAY);
    }

    /** A decision with its verdict and rules put into words, as a view and the log want them. */
    @Benchmark
    public int decisionInWords(Compiled state) {
        Weighed weighed = state.policy.item(state.known[state.next()], Shipped.TODAY);
        Verdict verdict = weighed.verdict();
        return verdict.outcome().ordinal()
                + verdict.reviewers().size()
                + weighed.ruleIds().size();
    }

    /** May this user open this view? */
    @Benchmark
    public Reply opening(Compiled state) {
        return state.policy.answer(Gate.MAY_OPEN, state.known[state.next()]);
    }

    /** The question that the peers are asked. */
    @Benchmark
    public boolean given(Compiled state) {
        return Sentence.given(
                state.policy.item(state.known[state.next()], Shipped.TODAY).outcome());
    }

    @Benchmark
    public boolean givenByCedar(Cedar state) {
        state.next = (state.next + 1) % SITUATIONS;
        return state.peer.given(state.requests[state.next]);
    }

    @Benchmark
    public boolean givenByCasbin(Casbin state) {
        state.next = (state.next + 1) % SITUATIONS;
        return state.peer.given(state.situations.get(state.next));
    }
}
