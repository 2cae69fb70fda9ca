package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.Wording;

/** The matrix as tables of a few columns each, its legend, and who and what its columns and rows are. */
final class MatrixChapter {
    /** How many columns a landscape page of A4 holds in a size that can be read. */
    private static final int COLUMNS = 4;

    private final Html html;
    private final Wording wording;
    private final Laws laws;

    MatrixChapter(Html html, Wording wording, LocalDate today) {
        this.html = html;
        this.wording = wording;
        this.laws = new Laws(html, today);
    }

    /**
     * @param cells the rules of the matrix; it has one owner and one review day for all of them
     */
    void write(List<Rule> cells) {
        html.open("section", "id", "matrix").element("h2", "The matrix: what each team may read");
        html.element(
                "p",
                "Exactly one cell applies in every situation. A cell says the most that a reader can get: the rules of"
                        + " the other gates can only take away.");
        cells.stream().limit(1).forEach(r -> {
            html.open("dl");
            laws.review(r.owner(), r.reviewOn());
            html.close("dl");
        });
        legend();
        List<Wording.Reader> readers = wording.readers();
        for (int from = 0; from < readers.size(); from += COLUMNS) {
            table(from, readers.subList(from, Math.min(from + COLUMNS, readers.size())));
        }
        readers();
        information();
        html.close("section");
    }

    private void legend() {
        html.open("table", "class", "legend").element("caption", "What the words in a cell mean");
        html.open("tbody");
        for (Outcome outcome : Outcome.values()) {
            html.open("tr").open("th", "scope", "row", "class", colour(outcome));
            html.text(Words.outcome(outcome)).close("th");
            html.element("td", Words.meaning(outcome)).close("tr");
        }
        html.close("tbody").close("table");
    }

    private void table(int from, List<Wording.Reader> readers) {
        html.open("table", "class", "matrix");
        html.element(
                "caption",
                "Readers " + (from + 1) + " to " + (from + readers.size()) + " of "
                        + wording.readers().size());
        html.open("thead").open("tr").element("th", "Information", "scope", "col");
        readers.forEach(r -> html.element("th", Words.sentence(r.title()), "scope", "col"));
        html.close("tr").close("thead").open("tbody");
        for (Wording.Information row : wording.information()) {
            html.open("tr").element("th", row.title(), "scope", "row");
            readers.forEach(r -> cell(row, r));
            html.close("tr");
        }
        html.close("tbody").close("table");
    }

    private void cell(Wording.Information row, Wording.Reader reader) {
        html.open("td");
        List<Wording.Choice> choices = told(row.cells().getOrDefault(reader.id(), List.of()));
        for (int i = 0; i < choices.size(); i++) {
            Wording.Choice choice = choices.get(i);
            html.open("div", "class", "choice " + colour(choice.verdict().outcome()));
            if (choices.size() > 1) {
                String where = i == choices.size() - 1 ? "otherwise" : "if " + conditions(choice.where());
                html.element("span", Words.sentence(where) + ":", "class", "if");
            }
            html.text(Words.verdict(choice.verdict())).close("div");
        }
        html.element("code", "MATRIX/" + row.id() + "/" + reader.id()).close("td");
    }

    /** What comes out as the last part does goes without saying: the last is for all that no other part speaks of. */
    private static List<Wording.Choice> told(List<Wording.Choice> choices) {
        int last = choices.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == last
                        || !choices.get(i).verdict().equals(choices.get(last).verdict()))
                .mapToObj(choices::get)
                .toList();
    }

    private void readers() {
        html.element("h3", "Who the readers are");
        for (Wording.Reader reader : wording.readers()) {
            html.open("article").element("h4", Words.sentence(reader.title()));
            html.open("dl").element("dt", "Who");
            reader.when().forEach(b -> html.element("dd", Words.sentence(conditions(b))));
            html.element("dt", "Reason shown where something is given").element("dd", Words.sentence(reader.reason()));
            laws.write(reader.law());
            html.close("dl").close("article");
        }
    }

    private void information() {
        html.element("h3", "What the rows are");
        for (Wording.Information row : wording.information()) {
            html.open("article").element("h4", row.title()).open("dl");
            html.element("dt", "What").element("dd", Words.sentence(conditions(row.when())));
            if (!row.law().isEmpty()) {
                laws.write(row.law());
            }
            Examples.write(html, row.examples());
            html.close("dl").close("article");
        }
    }

    private static String conditions(Box box) {
        List<String> said = Words.conditions(box);
        return said.isEmpty() ? "always" : String.join("; and ", said);
    }

    /** The class of a cell in the style; the words stand beside it always. */
    static String colour(Outcome outcome) {
        return "out-" + outcome.name().toLowerCase(Locale.ROOT);
    }
}
