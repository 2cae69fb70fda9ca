package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.agreement.RuleBook;

/** On what owners rest when they share, part by part: what a decision names for a court. */
final class BasesChapter {
    private final Html html;
    private final Laws laws;

    BasesChapter(Html html, LocalDate today) {
        this.html = html;
        this.laws = new Laws(html, today);
    }

    void write(RuleBook book) {
        html.open("section", "id", "bases").element("h2", "On what agencies rest when they share");
        html.element(
                "p",
                "Every decision names these for a court, with the law in force on its day; readers do not see them. They"
                        + " give and take nothing. It is proved that nothing is given without each part that it needs."
                        + " What an agency states for itself goes before what the partnership states.");
        for (Basis.Part part : Basis.Part.values()) {
            html.element("h3", Words.part(part), "id", "basis-" + part);
            book.bases().stream().filter(b -> b.part() == part).forEach(this::basis);
        }
        html.close("section");
    }

    private void basis(Basis basis) {
        html.open("article", "id", "rule-" + basis.id()).open("h4");
        html.element("code", basis.id()).text(" " + basis.title()).close("h4").open("dl");
        basis.agency().ifPresent(a -> html.element("dt", "Agency").element("dd", a.value()));
        html.element("dt", "When");
        List<String> conditions = Words.conditions(basis.when());
        if (conditions.isEmpty()) {
            html.element("dd", "Always");
        }
        for (int i = 0; i < conditions.size(); i++) {
            html.element("dd", i == 0 ? Words.sentence(conditions.get(i)) : "and " + conditions.get(i));
        }
        laws.write(basis.law());
        laws.review(basis.owner(), basis.reviewOn());
        html.close("dl").close("article");
    }
}
