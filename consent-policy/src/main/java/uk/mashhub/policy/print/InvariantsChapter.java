package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.proof.CheckReport;
import uk.mashhub.policy.proof.Proof;

/** What the rules together never do and always do, and what the proof of the day said of each. */
final class InvariantsChapter {
    private final Html html;
    private final LocalDate today;
    private final Laws laws;

    InvariantsChapter(Html html, LocalDate today) {
        this.html = html;
        this.today = today;
        this.laws = new Laws(html, today);
    }

    void write(CheckReport report) {
        html.open("section", "id", "invariants").element("h2", "What this policy never does and always does");
        html.element(
                "p",
                "Each of these was put to every situation there can be, unknown words and facts that nobody can work"
                        + " out included. Nothing was sampled.");
        faults(report);
        report.proofs().forEach(this::proof);
        html.close("section");
    }

    private void faults(CheckReport report) {
        if (report.faults().isEmpty()) {
            html.element(
                    "p",
                    "Exactly one cell of the matrix applies in every situation. No rule is dead, shadowed or contradictory.");
            return;
        }
        html.element("h3", "Faults between rules").open("ul");
        report.faults()
                .forEach(f -> html.element("li", f.kind() + ", " + f.id() + " (" + f.place() + "): " + f.words()));
        html.close("ul");
    }

    private void proof(Proof proof) {
        Invariant invariant = proof.invariant();
        html.open("article", "id", "invariant-" + invariant.id());
        html.open("h4").element("code", invariant.id()).text(" " + invariant.title());
        html.close("h4").open("p");
        html.element("strong", state(proof), "class", proof.holds() ? "proved" : "refuted");
        html.close("p").open("dl");
        if (!proof.holds()) {
            html.element("dt", "Shown by").element("dd", proof.example());
        }
        html.element("dt", "Question").element("dd", invariant.question().words());
        html.element("dt", "Where").element("dd", Words.sentence(conditions(invariant.when())));
        if (!invariant.unless().isEmpty()) {
            html.element("dt", "Except where");
            invariant.unless().forEach(b -> html.element("dd", Words.sentence(conditions(b))));
        }
        html.element("dt", "Then");
        invariant.claims().forEach(c -> html.element("dd", claim(c)));
        laws.write(invariant.law());
        laws.review(invariant.owner(), invariant.reviewOn());
        html.close("dl").close("article");
    }

    private String state(Proof proof) {
        return switch (proof.state()) {
            case PROVED -> "Proved on " + Words.day(today);
            case REFUTED -> "NOT TRUE on " + Words.day(today) + ": a counter-example was found";
            case EMPTY -> "SAYS NOTHING: no situation can be one that it speaks of";
        };
    }

    private static String conditions(Box box) {
        List<String> said = Words.conditions(box);
        return said.isEmpty() ? "in every situation" : String.join("; and ", said);
    }

    private static String claim(Claim claim) {
        if (claim instanceof Claim.Outcomes c) {
            return "It comes out as: "
                    + c.allowed().stream().sorted().map(Words::outcome).collect(Collectors.joining(", or "));
        }
        if (claim instanceof Claim.NoField c) {
            return (c.inPart() ? "Never shown, nor any part of it: " : "Never shown as it stands: ")
                    + Words.list(c.kinds(), ", ");
        }
        if (claim instanceof Claim.Answers c) {
            return "The answer is: "
                    + c.allowed().stream().sorted().map(Words::answer).collect(Collectors.joining(", or "));
        }
        Claim.Adds adds = (Claim.Adds) claim;
        List<String> said = new ArrayList<>();
        if (!adds.reviewers().isEmpty()) {
            said.add("must be looked at by: " + Words.list(adds.reviewers(), ", "));
        }
        if (!adds.obligations().isEmpty()) {
            said.add("with it goes: " + Words.list(adds.obligations(), ", "));
        }
        return Words.sentence(String.join("; ", said));
    }
}
