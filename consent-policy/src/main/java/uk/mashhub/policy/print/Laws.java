package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.util.List;
import uk.mashhub.policy.agreement.Law;

/** Citations with their dates, and a mark at those that nobody has checked or that are not law on the day. */
final class Laws {
    private final Html html;
    private final LocalDate today;

    Laws(Html html, LocalDate today) {
        this.html = html;
        this.today = today;
    }

    void write(List<Law> laws) {
        html.element("dt", "Law or standard");
        for (Law law : laws) {
            html.open("dd").text(law.citation() + dates(law));
            if (!law.inForceOn(today)) {
                mark("not in force on " + Words.day(today));
            }
            if (law.verify()) {
                mark("citation not verified");
            }
            html.close("dd");
        }
    }

    /** The review day of a rule, with a mark once it has passed. */
    void review(String owner, LocalDate day) {
        html.element("dt", "Owner").element("dd", owner);
        html.element("dt", "Review by").open("dd").text(Words.day(day));
        if (day.isBefore(today)) {
            mark("overdue");
        }
        html.close("dd");
    }

    private void mark(String words) {
        html.text(" ").element("strong", words, "class", "mark");
    }

    private static String dates(Law law) {
        return law.inForceFrom().map(d -> ", in force from " + Words.day(d)).orElse("")
                + law.inForceUntil().map(d -> ", until " + Words.day(d)).orElse("");
    }
}
