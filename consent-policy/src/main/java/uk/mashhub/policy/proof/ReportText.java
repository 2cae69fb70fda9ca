package uk.mashhub.policy.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.mashhub.policy.proof.CheckReport.Asked;

/** A report as a table that an information governance lead can read and sign. */
public final class ReportText {
    private ReportText() {}

    /** Its lines. */
    public static List<String> of(CheckReport report) {
        List<String> lines = new ArrayList<>();
        if (report.hash().isEmpty()) {
            lines.add("The policy cannot be read:");
            report.problems().forEach(p -> lines.add("  " + p));
            return lines;
        }
        report.hash().ifPresent(h -> lines.add("Policy " + h.hex()));
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-38s %6s  %s", "Question", "Rules", "Situations"));
        report.asked().forEach(a -> lines.add(asked(a)));
        lines.add("");
        rules(report, lines);
        lines.add("");
        if (!report.warnings().isEmpty()) {
            lines.add("To look at, though nothing is wrong with the rules themselves:");
            report.warnings().forEach(w -> lines.add("  " + w));
            lines.add("");
        }
        report.proofs().forEach(p -> proof(p, lines));
        lines.add("");
        long held = report.proofs().stream().filter(Proof::holds).count();
        lines.add(held + " of " + report.proofs().size() + " invariants proved.");
        return lines;
    }

    private static String asked(Asked asked) {
        return String.format(
                Locale.ROOT, "%-38s %6d  %s", asked.question().words(), asked.rules(), about(asked.situations()));
    }

    /** Numbers beyond counting by their power of ten. */
    private static String about(BigInteger number) {
        String digits = number.toString();
        return digits.length() < 10 ? digits : "more than 10^" + (digits.length() - 1);
    }

    private static void rules(CheckReport report, List<String> lines) {
        if (report.faults().isEmpty()) {
            lines.add("In every situation exactly one cell of the matrix applies, and one verdict or answer wins.");
            lines.add("No rule is dead, shadowed or contradictory.");
            return;
        }
        lines.add(report.faults().size() + " faults between rules:");
        report.faults().forEach(f -> {
            lines.add(String.format(Locale.ROOT, "  %-13s %s %s", f.kind(), f.place(), f.id()));
            lines.add("                " + f.words());
        });
    }

    private static void proof(Proof proof, List<String> lines) {
        String state = proof.holds() ? "proved" : proof.state().name();
        lines.add(String.format(
                Locale.ROOT,
                "%-8s %-8s %s",
                proof.invariant().id(),
                state,
                proof.invariant().title()));
        if (!proof.holds()) {
            lines.add("                  " + proof.invariant().file() + ":"
                    + proof.invariant().line() + ": " + proof.example());
        }
    }
}
