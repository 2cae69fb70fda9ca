package uk.mashhub.policy.recorded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.proof.RehearsalText;

/** Which recorded decisions would differ, for a person to read. What would give more stands first. */
public final class ReplayText {
    private static final int MOST = 20;

    private ReplayText() {}

    /** The report in lines; of each difference the first disclosures are named. */
    public static List<String> of(Replay.Report report) {
        List<String> lines = new ArrayList<>();
        long differing =
                report.differing().values().stream().mapToLong(List::size).sum();
        lines.add(differing + " of " + report.decisions() + " recorded decisions would come out otherwise.");
        report.differing().entrySet().stream()
                .sorted(Comparator.comparing(e -> !e.getKey().widens()))
                .forEach(e -> {
                    List<String> ids = e.getValue().stream().distinct().toList();
                    lines.add("  " + e.getValue().size() + " " + RehearsalText.words(Question.MAY_SEE, e.getKey()));
                    ids.stream().limit(MOST).forEach(id -> lines.add("    disclosure " + id));
                    if (ids.size() > MOST) {
                        lines.add("    and " + (ids.size() - MOST) + " more disclosures");
                    }
                });
        if (report.incomplete() > 0) {
            lines.add(report.incomplete() + " were recorded without a fact that rules read today; it counts as one that"
                    + " cannot be worked out.");
        }
        report.problems().forEach(p -> lines.add(p.toString()));
        return lines;
    }
}
