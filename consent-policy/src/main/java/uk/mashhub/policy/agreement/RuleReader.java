package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import uk.mashhub.model.decision.Outcome;

/** Reads one rule of an agreement. Nothing has a default: what is missing refuses to load. */
final class RuleReader {
    private static final String[] KEYS = {
        "id", "gate", "title", "reason", "law", "owner", "review", "starts", "when", "then", "examples"
    };
    private final BoxReader boxes;
    private final VerdictReader verdicts = new VerdictReader();
    private final ExampleCheck examples;

    RuleReader(BoxReader boxes) {
        this.boxes = boxes;
        this.examples = new ExampleCheck(boxes);
    }

    Rule read(Node node) {
        node.map(KEYS);
        Gate gate = node.need("gate").one(Gate.class, "gate");
        if (gate == Gate.MATRIX) {
            throw node.problems().fault(node, "rules of the matrix stand in the matrix");
        }
        Rule rule = new Rule(
                id(node.need("id")),
                gate,
                node.need("title").text(),
                node.need("reason").text(),
                laws(node.need("law")),
                node.need("owner").text(),
                date(node.need("review")),
                node.want("starts").map(s -> starts(s, gate)),
                boxes.read(node.need("when"), gate.asking()),
                effect(node.need("then"), gate));
        examples.check(rule, node.need("examples"));
        return rule;
    }

    static String id(Node node) {
        if (!node.text().matches("[A-Za-z0-9][A-Za-z0-9-]{1,39}")) {
            throw node.problems().fault(node, "an id has 2 to 40 letters, digits and hyphens");
        }
        return node.text();
    }

    static List<Law> laws(Node node) {
        List<Law> laws = node.list().stream().map(RuleReader::law).toList();
        if (laws.isEmpty()) {
            throw node.problems().fault(node, "a rule rests on at least one law or standard");
        }
        return laws;
    }

    private static Law law(Node node) {
        node.map("cite", "from", "verify");
        boolean verify = node.want("verify").map(v -> truth(v)).orElse(false);
        return new Law(node.need("cite").text(), node.want("from").map(RuleReader::date), verify);
    }

    private static boolean truth(Node node) {
        if (!List.of("true", "false").contains(node.text())) {
            throw node.problems().unknown(node, "word", node.text(), List.of("true", "false"));
        }
        return node.text().equals("true");
    }

    static LocalDate date(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.problems().fault(node, "a date such as 2027-04-01 is wanted");
        }
    }

    /** A restriction that only starts some day would leave a hole until then; a duty only adds a pair of eyes. */
    private static LocalDate starts(Node node, Gate gate) {
        if (gate != Gate.DUTY) {
            throw node.problems().fault(node, "only a duty may start on a day");
        }
        return node.text().equals("off") ? LocalDate.MAX : date(node);
    }

    private Effect effect(Node node, Gate gate) {
        if (!gate.onItems()) {
            return new Effect.Says(node.one(Answer.class, "answer"));
        }
        Effect.Gives gives = new Effect.Gives(verdicts.read(node));
        if (gate == Gate.DUTY && gives.verdict().outcome() != Outcome.SHOW) {
            throw node.problems().fault(node, "a duty adds a reviewer: its outcome is SHOW, which restricts nothing");
        }
        return gives;
    }
}
