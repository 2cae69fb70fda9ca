package uk.mashhub.policy.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;

/** Reads one rule of an agreement. Nothing has a default: what is missing refuses to load. */
final class RuleReader {
    private static final String[] KEYS = {
        "id", "gate", "title", "reason", "law", "owner", "review", "starts", "when", "then", "examples"
    };

    /** Where an agency may narrow what it lets the partnership have. The other gates are the partnership's. */
    private static final Set<Gate> AGENCIES = EnumSet.of(
            Gate.HANDLING,
            Gate.CONSENT,
            Gate.MINIMISATION,
            Gate.OBLIGATIONS,
            Gate.MAY_ASK,
            Gate.ASK_ABOUT,
            Gate.ASK_ADDRESS);

    private final BoxReader boxes;
    private final Optional<AgencyId> agency;
    private final VerdictReader verdicts = new VerdictReader();
    private final ExampleCheck examples;

    /**
     * @param agency whose agreement it reads; empty for the partnership's
     */
    RuleReader(BoxReader boxes, Optional<AgencyId> agency) {
        this.boxes = boxes;
        this.agency = agency;
        this.examples = new ExampleCheck(boxes);
    }

    Rule read(Node node) {
        node.map(KEYS);
        Gate gate = node.need("gate").one(Gate.class, "gate");
        if (gate == Gate.MATRIX) {
            throw node.problems().fault(node, "rules of the matrix stand in the matrix");
        }
        if (agency.isPresent() && !AGENCIES.contains(gate)) {
            throw node.problems()
                    .fault(node.need("gate"), "an agency's agreement may only narrow, at one of the gates " + AGENCIES);
        }
        Rule rule = new Rule(
                id(node.need("id")),
                gate,
                node.need("title").text(),
                node.need("reason").text(),
                laws(node.need("law")),
                node.need("owner").text(),
                review(node.need("review")),
                agency,
                node.want("starts").map(s -> starts(s, gate)),
                boxes.read(node.need("when"), gate.asking()),
                effect(node.need("then"), gate));
        if (!gate.onItems() && rule.then().permits() && rule.when().attributes().isEmpty()) {
            throw node.problems().fault(node.need("when"), "a permission says in which situations it holds");
        }
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
        node.map("cite", "from", "until", "verify");
        boolean verify = node.want("verify").map(v -> truth(v)).orElse(false);
        Optional<LocalDate> from = node.want("from").map(RuleReader::date);
        Optional<LocalDate> until = node.want("until").map(RuleReader::date);
        if (from.isPresent() && until.filter(u -> u.isBefore(from.get())).isPresent()) {
            throw node.problems().fault(node, "this law ends before it begins");
        }
        Law law = new Law(node.need("cite").text(), from, until, verify);
        node.problems().note(Dated.law(node, law));
        return law;
    }

    private static boolean truth(Node node) {
        if (!List.of("true", "false").contains(node.text())) {
            throw node.problems().unknown(node, "word", node.text(), List.of("true", "false"));
        }
        return node.text().equals("true");
    }

    /** The day by which somebody must look again. */
    static LocalDate review(Node node) {
        LocalDate day = date(node);
        node.problems().note(Dated.review(node, day));
        return day;
    }

    private static LocalDate date(Node node) {
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
            Effect.Says says = new Effect.Says(node.one(Answer.class, "answer"));
            if (agency.isPresent() && says.permits()) {
                throw node.problems().fault(node, "an agency's agreement may only narrow: REVIEW or REFUSE");
            }
            return says;
        }
        Effect.Gives gives = new Effect.Gives(verdicts.read(node));
        if (gate == Gate.DUTY && gives.verdict().outcome() != Outcome.SHOW) {
            throw node.problems().fault(node, "a duty adds a reviewer: its outcome is SHOW, which restricts nothing");
        }
        if (agency.isPresent() && takesNothing(gives.verdict())) {
            throw node.problems()
                    .fault(node, "this takes nothing away and adds nothing: an agency's agreement may only narrow");
        }
        return gives;
    }

    private static boolean takesNothing(Verdict verdict) {
        return verdict.outcome() == Outcome.SHOW
                && verdict.reviewers().isEmpty()
                && verdict.obligations().isEmpty();
    }
}
