package uk.mashhub.policy.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.mashhub.policy.fact.Asking;

/** Takes the words for people out of files that have been read and checked already. */
final class WordingReader {
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, List<Wording.Example>> examples = new HashMap<>();
    private final List<Wording.Reader> readers = new ArrayList<>();
    private final List<Wording.Information> information = new ArrayList<>();
    private final BoxReader boxes = new BoxReader();
    private final CellReader cells = new CellReader(boxes);

    private WordingReader() {}

    /**
     * @param files without a problem, each from its top
     */
    static Wording read(List<Node> files) {
        WordingReader reader = new WordingReader();
        files.forEach(reader::file);
        return new Wording(reader.titles, reader.examples, reader.readers, reader.information);
    }

    private void file(Node root) {
        titles.put(root.file(), root.want("title").map(Node::text).orElse(""));
        root.want("rules")
                .ifPresent(rules ->
                        rules.list().forEach(r -> examples.put(r.need("id").text(), examples(r.need("examples")))));
        if (root.need("kind").text().equals("matrix")) {
            matrix(root);
        }
    }

    private static List<Wording.Example> examples(Node node) {
        List<Wording.Example> found = new ArrayList<>();
        for (String side : List.of("permits", "refuses")) {
            node.want(side)
                    .ifPresent(list -> list.list()
                            .forEach(e -> found.add(new Wording.Example(
                                    side.equals("permits"), e.need("say").text()))));
        }
        return found;
    }

    private void matrix(Node root) {
        root.want("lists").ifPresent(boxes::learn);
        root.want("terms").ifPresent(cells::learn);
        Map<String, Node> defaults = new HashMap<>();
        for (Node column : root.need("columns").list()) {
            Wording.Reader reader = new Wording.Reader(
                    column.need("id").text(),
                    column.need("title").text(),
                    column.need("reason").text(),
                    RuleReader.laws(column.need("law")),
                    column.need("when").list().stream()
                            .map(b -> boxes.read(b, Asking.MAY_SEE))
                            .toList());
            readers.add(reader);
            column.want("default").ifPresent(d -> defaults.put(reader.id(), d));
        }
        root.need("rows").list().forEach(row -> row(row, defaults));
    }

    private void row(Node row, Map<String, Node> defaults) {
        Box when = boxes.read(row.need("when"), Asking.MAY_SEE);
        Node written = row.need("cells");
        Map<String, List<Wording.Choice>> choices = new LinkedHashMap<>();
        for (Wording.Reader reader : readers) {
            Optional<Node> cell = written.want(reader.id()).or(() -> Optional.ofNullable(defaults.get(reader.id())));
            choices.put(reader.id(), choices(cells.read(cell.orElseThrow()), reader, when));
        }
        information.add(new Wording.Information(
                row.need("id").text(),
                row.need("title").text(),
                row.want("law").map(RuleReader::laws).orElse(List.of()),
                when,
                choices,
                examples(row.need("examples"))));
    }

    /** The parts of a cell that some situation of its row and column can meet. */
    private static List<Wording.Choice> choices(Cell cell, Wording.Reader reader, Box row) {
        return cell.within(Box.ALL).stream()
                .filter(p -> reader.when().stream()
                        .anyMatch(b -> !b.and(row).and(p.box()).empty()))
                .map(p -> new Wording.Choice(p.box(), p.verdict()))
                .toList();
    }
}
