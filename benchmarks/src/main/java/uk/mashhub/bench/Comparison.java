package uk.mashhub.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.CompiledPolicy;
import uk.mashhub.policy.fact.FactVector;

/** {@code ./mash bench policy --compare}: one question to Cedar, jCasbin and the compiled policy, on random requests. */
final class Comparison {
    private final List<String> differences = new ArrayList<>();
    private final CompiledPolicy compiled;
    private final CedarPeer cedar;
    private final CasbinPeer casbin;
    private int given;

    Comparison(RuleBook book, List<Sentence> sentences) {
        this.compiled = new CompiledPolicy(book);
        this.cedar = new CedarPeer(sentences);
        this.casbin = new CasbinPeer(sentences);
    }

    /** Asks all three. What they do not agree on is named by its place in the row, with the facts. */
    Map<String, Object> of(List<FactVector> situations) {
        for (int n = 0; n < situations.size(); n++) {
            one(n, situations.get(n));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("requests", situations.size());
        report.put("given", given);
        report.put("differences", List.copyOf(differences));
        return report;
    }

    private void one(int n, FactVector facts) {
        boolean ours = Sentence.given(compiled.item(facts, Shipped.TODAY).outcome());
        boolean cedars = cedar.given(CedarPeer.request(facts));
        boolean casbins = casbin.given(facts);
        given += ours ? 1 : 0;
        if (ours != cedars || ours != casbins) {
            differences.add("request " + n + ": compiled " + ours + ", Cedar " + cedars + ", jCasbin " + casbins + ": "
                    + facts.words());
        }
    }
}
