package uk.mashhub.policy.agreement;

import java.util.Map;
import java.util.Optional;
import uk.mashhub.policy.fact.Attribute;

/** Holds a rule to its own examples: at least one situation in which it permits and one in which it refuses. */
final class ExampleCheck {
    private final BoxReader boxes;

    ExampleCheck(BoxReader boxes) {
        this.boxes = boxes;
    }

    void check(Rule rule, Node examples) {
        examples.map("permits", "refuses");
        each(rule, examples, "permits", !rule.restricts());
        each(rule, examples, "refuses", rule.restricts());
    }

    private void each(Rule rule, Node examples, String side, boolean mustApply) {
        Optional<Node> list = examples.want(side);
        if (list.isEmpty() || list.get().list().isEmpty()) {
            throw examples.problems().fault(examples, "an example that it " + side + " is missing");
        }
        list.get().list().forEach(e -> one(rule, e, side, mustApply));
    }

    private void one(Rule rule, Node example, String side, boolean mustApply) {
        example.map("say", "facts");
        example.need("say").text();
        if (applies(rule, example.need("facts")) != mustApply) {
            throw example.problems()
                    .fault(
                            example,
                            "the rule " + (mustApply ? "does not apply" : "applies") + " to an example that it "
                                    + side);
        }
    }

    /** Whether facts lie in the rule's box. A fact that the rule reads and the example leaves out lies outside. */
    private boolean applies(Rule rule, Node facts) {
        Box situation = Box.ALL;
        for (Map.Entry<String, Node> e : facts.map().entrySet()) {
            Attribute attribute =
                    boxes.attribute(e.getKey(), e.getValue(), rule.gate().asking());
            situation = situation.with(attribute, boxes.mask(attribute, e.getValue()));
        }
        Box box = situation;
        return rule.when().attributes().stream()
                .allMatch(a -> (box.mask(a) & ~rule.when().mask(a)) == 0);
    }
}
