package uk.mashhub.policy.proof;

import java.util.List;
import java.util.Map;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.proof.Applying.Applied;
import uk.mashhub.policy.proof.Fault.Kind;

/** Says of a rule what is wrong, where it stands and which rules are to blame. */
final class Naming {
    private final Map<String, String> files;

    /**
     * @param files in which file each rule stands, by its id
     */
    Naming(Map<String, String> files) {
        this.files = files;
    }

    Fault fault(Kind kind, Rule rule, String words) {
        return new Fault(kind, files.getOrDefault(rule.id(), ""), rule.id(), words);
    }

    /** The file of the matrix. */
    String matrix() {
        return files.entrySet().stream()
                .filter(e -> e.getKey().startsWith("MATRIX/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    Fault dead(Rule rule) {
        return fault(
                Kind.DEAD,
                rule,
                "never applies: no situation is such that " + rule.when()
                        + Impossible.ALL.stream()
                                .filter(i -> rule.when().within(i.box()))
                                .findFirst()
                                .map(i -> ", because " + i.because())
                                .orElse(""));
    }

    Fault shadowed(Rule rule, List<Applied> all) {
        List<String> wider = all.stream()
                .map(Applied::rule)
                .filter(r -> r != rule
                        && r.gate().asking() == rule.gate().asking()
                        && rule.when().within(r.when()))
                .filter(Rule::restricts)
                .map(Rule::id)
                .distinct()
                .toList();
        return fault(
                Kind.SHADOWED,
                rule,
                "adds nothing to what " + (wider.isEmpty() ? "other rules say together" : "is said by " + wider));
    }
}
