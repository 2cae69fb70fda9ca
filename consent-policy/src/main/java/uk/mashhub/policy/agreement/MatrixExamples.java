package uk.mashhub.policy.agreement;

import java.util.List;
import java.util.Map;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** Holds a row of the matrix to its examples: a column, facts where the cell is a choice, and what comes of it. */
final class MatrixExamples {
    private final BoxReader boxes;
    private final List<Rule> row;

    MatrixExamples(BoxReader boxes, List<Rule> row) {
        this.boxes = boxes;
        this.row = row;
    }

    void check(String row, Node examples) {
        examples.map("permits", "refuses");
        for (String side : List.of("permits", "refuses")) {
            examples.need(side).list().forEach(e -> one(row, e, side.equals("permits")));
        }
    }

    private void one(String id, Node example, boolean permits) {
        example.map("say", "column", "facts");
        example.need("say").text();
        Box facts = example.want("facts").map(this::facts).orElse(Box.ALL);
        String cell = "MATRIX/" + id + "/" + example.need("column").text();
        List<Rule> met = row.stream()
                .filter(r -> r.id().equals(cell) && !r.when().and(facts).empty())
                .toList();
        if (met.isEmpty()) {
            throw example.problems().fault(example, "no cell of this row fits the example");
        }
        if (met.stream().anyMatch(r -> r.then().permits() != permits)) {
            throw example.problems()
                    .fault(example, "the cell does not " + (permits ? "permit" : "refuse") + " this, or not always");
        }
    }

    private Box facts(Node node) {
        Box box = Box.ALL;
        for (Map.Entry<String, Node> e : node.map().entrySet()) {
            Attribute attribute = boxes.attribute(e.getKey(), e.getValue(), Asking.MAY_SEE);
            box = box.with(attribute, boxes.mask(attribute, e.getValue()));
        }
        return box;
    }
}
