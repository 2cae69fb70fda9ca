package uk.mashhub.policy.proof;

import java.util.List;
import java.util.Map;
import uk.mashhub.policy.agreement.Place;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.proof.Applying.Applied;
import uk.mashhub.policy.proof.Fault.Kind;

/** Says of a rule what is wrong, where it stands and which rules are to blame. */
final class Naming {
    private final Map<String, Place> places;

    /**
     * @param places where each rule stands, by its id
     */
    Naming(Map<String, Place> places) {
        this.places = places;
    }

    Fault fault(Kind kind, Rule rule, String words) {
        return new Fault(kind, place(rule), rule.id(), words);
    }

    Fault fault(Kind kind, String id, String words) {
        return new Fault(kind, place(id), id, words);
    }

    private String place(Rule rule) {
        return place(rule.id());
    }

    private String place(String id) {
        Place place = places.get(id);
        return place == null ? "" : place.toString();
    }

    /** The file of the matrix. */
    String matrix() {
        return places.entrySet().stream()
                .filter(e -> e.getKey().startsWith("MATRIX/"))
                .map(e -> e.getValue().file())
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
