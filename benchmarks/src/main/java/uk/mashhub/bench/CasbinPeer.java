package uk.mashhub.bench;

import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;
import uk.mashhub.policy.fact.FactVector;

/**
 * jCasbin, as kindly as it can be put: its matcher calls one function of ours for each rule, which looks the rule's box up
 * and tests it as plain Java. Prohibitions come first, so that it can stop at one.
 */
final class CasbinPeer {
    private static final String MODEL = String.join(
            "\n",
            "[request_definition]",
            "r = facts",
            "[policy_definition]",
            "p = rule, eft",
            "[policy_effect]",
            "e = some(where (p.eft == allow)) && !some(where (p.eft == deny))",
            "[matchers]",
            "m = within(r.facts, p.rule)");

    private final Enforcer enforcer;

    CasbinPeer(List<Sentence> sentences) {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        this.enforcer = new Enforcer(model);
        enforcer.enableLog(false);
        String[][] lines = new String[sentences.size()][];
        for (int n = 0; n < lines.length; n++) {
            lines[n] = new String[] {"p" + n, sentences.get(n).permits() ? "allow" : "deny"};
        }
        enforcer.addPolicies(lines);
        enforcer.addFunction("within", new Within(byName(sentences)));
    }

    private static Map<String, Sentence> byName(List<Sentence> sentences) {
        return IntStream.range(0, sentences.size()).boxed().collect(Collectors.toMap(n -> "p" + n, sentences::get));
    }

    boolean given(FactVector facts) {
        return enforcer.enforce(facts);
    }

    private static final class Within extends CustomFunction {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, Sentence> sentences;

        Within(Map<String, Sentence> sentences) {
            this.sentences = id -> Objects.requireNonNull(sentences.get(id), id);
        }

        @Override
        public String getName() {
            return "within";
        }

        @Override
        public AviatorObject call(Map<String, Object> env, AviatorObject facts, AviatorObject rule) {
            FactVector vector = (FactVector) facts.getValue(env);
            Sentence sentence = sentences.apply((String) rule.getValue(env));
            return AviatorBoolean.valueOf(sentence.applies(vector));
        }
    }
}
