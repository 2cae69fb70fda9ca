package uk.mashhub.policy.cases;

import java.util.ArrayList;
import java.util.List;

/** What came of cases, for a person to read. */
public final class CaseText {
    private CaseText() {}

    /** One line for each case that holds; for each that does not, what was expected and what was decided. */
    public static List<String> of(List<CaseResult> results) {
        List<String> lines = new ArrayList<>();
        for (CaseResult r : results) {
            PolicyCase c = r.about();
            lines.add((r.holds() ? "as expected  " : "DIFFERENT    ") + c.file() + " " + c.id() + "  " + c.title());
            r.differences().forEach(d -> {
                lines.add("    " + c.file() + ":" + d.line() + ": " + d.of());
                lines.add("      expected  " + d.expected());
                lines.add("      decided   " + d.decided());
                if (!d.rules().isEmpty()) {
                    lines.add("      rules     " + String.join(", ", d.rules()));
                }
            });
        }
        long held = results.stream().filter(CaseResult::holds).count();
        lines.add(held + " of " + results.size() + " cases come out as expected.");
        return lines;
    }
}
