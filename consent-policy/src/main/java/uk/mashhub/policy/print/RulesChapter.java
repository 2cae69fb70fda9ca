package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Effect;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Place;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;

/** The rules beside the matrix: the partnership's by gate, and what each agency asks for its own items. */
final class RulesChapter {
    private final Html html;
    private final AgreementFolder.Result read;
    private final LocalDate today;
    private final Laws laws;

    RulesChapter(Html html, AgreementFolder.Result read, LocalDate today) {
        this.html = html;
        this.read = read;
        this.today = today;
        this.laws = new Laws(html, today);
    }

    void partnership(RuleBook book) {
        html.open("section", "id", "rules").element("h2", "The partnership's rules, gate by gate");
        html.element(
                "p",
                "An item passes the gates in this order, and each can only take away: of all rules that apply the one"
                        + " that gives least decides. The questions after them each answer for themselves: 'no' goes"
                        + " before 'somebody must look first', that before 'yes', and where no rule speaks it is 'no'.");
        for (Gate gate : Gate.values()) {
            html.element("h3", Words.gate(gate), "id", "gate-" + gate.name());
            if (gate == Gate.MATRIX) {
                html.open("p").element("a", "The matrix has a chapter of its own.", "href", "#matrix");
                html.close("p");
                continue;
            }
            List<Rule> rules =
                    book.of(gate).stream().filter(r -> r.agency().isEmpty()).toList();
            if (rules.isEmpty()) {
                html.element("p", "The partnership has no rule here.");
            }
            rules.forEach(this::rule);
        }
        html.close("section");
    }

    void agencies(RuleBook book) {
        html.open("section", "id", "agencies").element("h2", "What agencies ask for themselves");
        html.element(
                "p",
                "Each of these holds for the items of its own agency, or for its being asked, and can only take away or add"
                        + " a condition.");
        if (book.agencies().isEmpty()) {
            html.element("p", "No agency has an agreement of its own.");
        }
        for (AgencyId agency : book.agencies()) {
            List<Rule> rules = book.rules().stream()
                    .filter(r -> r.agency().filter(agency::equals).isPresent())
                    .toList();
            String title = rules.isEmpty() ? agency.value() : title(rules.get(0), agency);
            html.element("h3", title, "id", "agency-" + agency.value());
            rules.forEach(this::rule);
        }
        html.close("section");
    }

    private String title(Rule first, AgencyId agency) {
        Place place = read.places().get(first.id());
        return place == null ? agency.value() : read.wording().titles().getOrDefault(place.file(), agency.value());
    }

    private void rule(Rule rule) {
        html.open("article", "id", "rule-" + rule.id());
        html.open("h4")
                .element("code", rule.id())
                .text(" " + rule.title())
                .close("h4")
                .open("dl");
        if (rule.agency().isPresent()) {
            html.element("dt", "Gate").element("dd", Words.gate(rule.gate()));
        }
        when(rule);
        html.element("dt", "Outcome").open("dd");
        html.element("span", Words.effect(rule.then()), "class", colour(rule.then()));
        html.close("dd");
        html.element("dt", "Reason shown").element("dd", reason(rule));
        laws.write(rule.law());
        laws.review(rule.owner(), rule.reviewOn());
        Examples.write(html, read.wording().examples().getOrDefault(rule.id(), List.of()));
        html.close("dl").close("article");
    }

    /** Colour for what takes something away; any other answer has its words alone. */
    private static String colour(Effect effect) {
        return effect instanceof Effect.Gives gives && gives.verdict().outcome() != Outcome.SHOW
                ? "choice " + MatrixChapter.colour(gives.verdict().outcome())
                : "choice";
    }

    private void when(Rule rule) {
        rule.startsOn().ifPresent(day -> html.element("dt", "Speaks").element("dd", starts(day)));
        html.element("dt", "When");
        List<String> conditions = Words.conditions(rule.when());
        if (conditions.isEmpty()) {
            html.element("dd", "Always");
        }
        for (int i = 0; i < conditions.size(); i++) {
            html.element("dd", i == 0 ? Words.sentence(conditions.get(i)) : "and " + conditions.get(i));
        }
    }

    private String starts(LocalDate day) {
        if (day.equals(LocalDate.MAX)) {
            return "Not at all: it is off";
        }
        return "From " + Words.day(day) + (today.isBefore(day) ? "; not yet" : "");
    }

    private static String reason(Rule rule) {
        boolean silent =
                rule.then() instanceof Effect.Gives gives && gives.verdict().outcome() == Outcome.SILENT;
        return silent ? "SILENT: no reason is shown" : rule.reason();
    }
}
