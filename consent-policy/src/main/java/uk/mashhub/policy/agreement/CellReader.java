package uk.mashhub.policy.agreement;

import java.util.HashMap;
import java.util.Map;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** Reads a verdict, the name of a term, or {@code {if: FACT, then: ..., else: ...}}. */
final class CellReader {
    private final BoxReader boxes;
    private final VerdictReader verdicts = new VerdictReader();
    private final Map<String, Cell> terms = new HashMap<>();

    CellReader(BoxReader boxes) {
        this.boxes = boxes;
    }

    /** Named cells. A term may use terms that stand above it. */
    void learn(Node node) {
        node.map().forEach((name, cell) -> terms.put(name, read(cell)));
    }

    Cell read(Node node) {
        if (node.isText() && terms.containsKey(node.text())) {
            return terms.get(node.text());
        }
        if (node.isMap() && node.want("if").isPresent()) {
            node.map("if", "then", "else");
            return fork(node, node.need("if"));
        }
        return new Cell.Leaf(verdicts.read(node));
    }

    private Cell fork(Node node, Node condition) {
        Cell then = read(node.need("then"));
        Cell otherwise = read(node.need("else"));
        if (condition.isText()) {
            Attribute fact = boxes.attribute(condition.text(), condition, Asking.MAY_SEE);
            if (!fact.named()) {
                throw node.problems()
                        .fault(condition, "'" + fact.term() + "' is not a yes-or-no fact: name its values");
            }
            return new Cell.Fork(fact, 1L << fact.words().indexOf("yes"), then, otherwise);
        }
        Map<String, Node> one = condition.map();
        if (one.size() != 1) {
            throw node.problems().fault(condition, "a choice is made on one attribute; nest them for more");
        }
        Map.Entry<String, Node> only = one.entrySet().iterator().next();
        Attribute on = boxes.attribute(only.getKey(), only.getValue(), Asking.MAY_SEE);
        return new Cell.Fork(on, boxes.mask(on, only.getValue()), then, otherwise);
    }
}
