package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.policy.fact.Asking;

/** Reads the matrix: columns of readers by rows of information, and turns each cell into boxes. */
final class MatrixReader {
    private final BoxReader boxes = new BoxReader();
    private final CellReader cells = new CellReader(boxes);
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private String owner = "";
    private LocalDate reviewOn = LocalDate.MIN;

    List<Rule> read(Node node) {
        node.map("kind", "id", "title", "owner", "review", "lists", "terms", "columns", "rows");
        owner = node.need("owner").text();
        reviewOn = RuleReader.review(node.need("review"));
        node.want("lists").ifPresent(boxes::learn);
        node.want("terms").ifPresent(cells::learn);
        node.need("columns").list().forEach(c -> node.problems().reading(() -> column(c)));
        node.need("rows").list().forEach(r -> node.problems().reading(() -> row(r)));
        return rules;
    }

    /** Where each cell stands, by the id of its rules: at its row. */
    Map<String, Place> places() {
        return places;
    }

    private void column(Node node) {
        node.map("id", "title", "reason", "law", "when", "default");
        Column column = new Column(
                RuleReader.id(node.need("id")),
                node.need("title").text(),
                node.need("reason").text(),
                RuleReader.laws(node.need("law")),
                node.need("when").list().stream().map(this::box).toList(),
                node.want("default").map(this::restrictive));
        if (columns.put(column.id(), column) != null) {
            throw node.problems().fault(node, "column '" + column.id() + "' stands here twice");
        }
    }

    private Box box(Node node) {
        Box box = boxes.read(node, Asking.MAY_SEE);
        if (box.attributes().isEmpty()) {
            throw node.problems().fault(node, "a row or column says in which situations it holds");
        }
        return box;
    }

    /** A row added later takes a column's default unseen, so a default may give nothing. */
    private Cell restrictive(Node node) {
        Cell cell = cells.read(node);
        boolean gives = cell.within(Box.ALL).stream()
                .anyMatch(p -> !p.verdict().outcome().atMost(Outcome.WITHHOLD));
        if (gives) {
            throw node.problems().fault(node, "a default may only be WITHHOLD or SILENT");
        }
        return cell;
    }

    private void row(Node node) {
        node.map("id", "title", "law", "when", "cells", "examples");
        String id = RuleReader.id(node.need("id"));
        Box when = box(node.need("when"));
        List<Law> law = node.want("law").map(RuleReader::laws).orElse(List.of());
        Map<String, Node> written = node.need("cells").map();
        written.forEach((column, cell) -> {
            if (!columns.containsKey(column)) {
                throw node.problems().unknown(cell, "column", column, columns.keySet());
            }
        });
        List<Rule> row = new ArrayList<>();
        columns.values()
                .forEach(c -> row.addAll(expand(node, id, when, law, c, Optional.ofNullable(written.get(c.id())))));
        new MatrixExamples(boxes, row).check(id, node.need("examples"));
        rules.addAll(row);
        row.forEach(r -> places.put(r.id(), Place.of(node)));
    }

    private List<Rule> expand(Node row, String id, Box when, List<Law> law, Column column, Optional<Node> written) {
        Cell cell = written.map(cells::read)
                .or(column::otherwise)
                .orElseThrow(() ->
                        row.problems().fault(row, "row '" + id + "' says nothing for column '" + column.id() + "'"));
        List<Law> laws = new ArrayList<>(column.law());
        laws.addAll(law);
        String title = row.need("title").text();
        return column.when().stream()
                .flatMap(b -> cell.within(b.and(when)).stream())
                .map(p -> new Rule(
                        "MATRIX/" + id + "/" + column.id(),
                        Gate.MATRIX,
                        title + ", " + column.title(),
                        reason(title, column, p.verdict()),
                        laws,
                        owner,
                        reviewOn,
                        Optional.empty(),
                        p.box(),
                        new Effect.Gives(p.verdict())))
                .toList();
    }

    private static String reason(String title, Column column, Verdict verdict) {
        boolean given = new Effect.Gives(verdict).permits();
        return title + ": " + (given ? column.reason() : "not for " + column.title() + ".");
    }
}
