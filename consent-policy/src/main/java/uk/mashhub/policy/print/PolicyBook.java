package uk.mashhub.policy.print;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.LayWords;
import uk.mashhub.policy.proof.PolicyCheck;
import uk.mashhub.policy.proof.Proof;

/**
 * The agreements of a folder as one HTML page that needs nothing else: no script, no other file. The same policy, printed
 * on the same day, is the same text.
 */
public final class PolicyBook {
    private final Html html = new Html();
    private final AgreementFolder.Result read;
    private final RuleBook book;
    private final CheckReport report;
    private final LocalDate today;

    /**
     * What came of printing.
     *
     * @param html the book; empty where the agreements cannot be read
     * @param problems why they cannot
     * @param holds whether everything in the book was proved
     */
    public record Printed(Optional<String> html, List<Problem> problems, boolean holds) {
        public Printed {
            problems = List.copyOf(problems);
        }
    }

    private PolicyBook(AgreementFolder.Result read, RuleBook book, CheckReport report, LocalDate today) {
        this.read = read;
        this.book = book;
        this.report = report;
        this.today = today;
    }

    /**
     * Reads and proves the agreements of a folder, and prints them as of a day.
     *
     * @param directory as {@link AgreementFolder#read} wants it, with invariants
     */
    public static Printed of(Path directory, LocalDate today) {
        AgreementFolder.Result read = AgreementFolder.read(directory);
        CheckReport report = PolicyCheck.of(read, today);
        if (read.book().isEmpty() || report.hash().isEmpty()) {
            return new Printed(Optional.empty(), report.problems(), false);
        }
        PolicyBook printed = new PolicyBook(read, read.book().get(), report, today);
        return new Printed(Optional.of(printed.all()), List.of(), report.holds());
    }

    private String all() {
        String hash = book.hash().hex();
        html.asWritten("<!doctype html>\n").open("html", "lang", "en-GB").open("head");
        html.asWritten("<meta charset=\"utf-8\">\n");
        html.asWritten("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.element("title", "Sharing policy " + hash.substring(0, 12));
        html.open("style")
                .asWritten(BookStyle.css(hash))
                .close("style")
                .close("head")
                .open("body")
                .open("main");
        title(hash);
        contents();
        new MatrixChapter(html, read.wording(), today).write(book.of(Gate.MATRIX));
        RulesChapter rules = new RulesChapter(html, read, today);
        rules.partnership(book);
        rules.agencies(book);
        new BasesChapter(html, today).write(book);
        windows();
        new InvariantsChapter(html, today).write(report);
        return html.close("main").close("body").close("html").toString();
    }

    private void title(String hash) {
        html.open("header").element("h1", "What may be shared, with whom, and why");
        html.element("p", "The sharing policy of the partnership, printed on " + Words.day(today) + ".");
        html.open("dl")
                .element("dt", "Policy (SHA-256)")
                .open("dd")
                .element("code", hash)
                .close("dd");
        long held = report.proofs().stream().filter(Proof::holds).count();
        html.element("dt", "Proved").open("dd");
        html.element(
                "strong",
                held + " of " + report.proofs().size() + " invariants, and "
                        + (report.faults().isEmpty()
                                ? "no fault"
                                : report.faults().size() + " faults")
                        + " between rules",
                "class",
                report.holds() ? "proved" : "refuted");
        html.close("dd").close("dl");
        html.element(
                "p",
                "Where 'citation not verified' stands beside a law, nobody has checked the citation against the text"
                        + " of the law yet.");
        files();
        if (!report.warnings().isEmpty()) {
            html.element("h2", "To look at").open("ul");
            report.warnings().forEach(w -> html.element("li", w.toString()));
            html.close("ul");
        }
        html.close("header");
    }

    private void files() {
        html.open("table")
                .element("caption", "Made from these files")
                .open("thead")
                .open("tr");
        html.element("th", "File", "scope", "col").element("th", "Title", "scope", "col");
        html.close("tr").close("thead").open("tbody");
        for (Map.Entry<String, String> file : read.wording().titles().entrySet()) {
            html.open("tr").open("th", "scope", "row").element("code", file.getKey());
            html.close("th").element("td", file.getValue()).close("tr");
        }
        html.close("tbody").close("table");
    }

    private void contents() {
        html.open("nav", "aria-labelledby", "contents").element("h2", "Contents", "id", "contents");
        html.open("ol");
        entry("matrix", "The matrix: what each team may read");
        html.open("li")
                .element("a", "The partnership's rules, gate by gate", "href", "#rules")
                .open("ol");
        for (Gate gate : Gate.values()) {
            entry("gate-" + gate.name(), Words.gate(gate));
        }
        html.close("ol").close("li");
        entry("agencies", "What agencies ask for themselves");
        entry("bases", "On what agencies rest when they share");
        entry("windows", "How long information stays recent");
        entry("invariants", "What this policy never does and always does");
        html.close("ol").close("nav");
    }

    private void entry(String id, String words) {
        html.open("li").element("a", words, "href", "#" + id).close("li");
    }

    private void windows() {
        html.open("section", "id", "windows").element("h2", "How long information stays recent");
        html.open("table")
                .element("caption", "From the day of the event")
                .open("thead")
                .open("tr");
        html.element("th", "Information", "scope", "col").element("th", "Recent for", "scope", "col");
        html.close("tr").close("thead").open("tbody");
        for (DataClass c : DataClass.values()) {
            html.open("tr").element("th", Words.sentence(LayWords.value(c.name())), "scope", "row");
            html.element("td", Words.period(book.windows().text(c))).close("tr");
        }
        html.close("tbody").close("table").close("section");
    }
}
