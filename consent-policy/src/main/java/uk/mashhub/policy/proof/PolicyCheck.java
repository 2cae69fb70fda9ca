package uk.mashhub.policy.proof;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.agreement.Place;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.RuleBook;

/**
 * Proves a policy before it is published: every situation has exactly one cell of the matrix, no rule is dead, shadowed or
 * contradictory, and every invariant holds. Exact: it asks of all situations at once, unknown words and errors included,
 * and samples none.
 */
public final class PolicyCheck {
    private final RuleBook book;
    private final Naming naming;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final List<CheckReport.Asked> asked = new ArrayList<>();

    private PolicyCheck(RuleBook book, Map<String, Place> places) {
        this.book = book;
        this.naming = new Naming(places);
    }

    /**
     * Reads the agreements of a directory and proves what it can of them. Warns of law that is not in force on a day, and
     * of reviews that are overdue.
     */
    public static CheckReport of(Path directory, LocalDate today) {
        return of(AgreementFolder.read(directory), today);
    }

    /** Proves what it can of agreements that have been read, with warnings as of a day. */
    public static CheckReport of(AgreementFolder.Result read, LocalDate today) {
        if (read.book().isEmpty()) {
            return CheckReport.unread(read.problems());
        }
        if (read.invariants().isEmpty()) {
            return CheckReport.unread(
                    List.of(new Problem("invariants", 0, "no invariant is here to prove the policy against", "")));
        }
        return of(read.book().get(), read.invariants(), read.places())
                .warned(read.dated().stream().flatMap(d -> d.on(today).stream()).toList());
    }

    /**
     * Proves rules that have been read.
     *
     * @param places where each rule stands, by its id
     */
    static CheckReport of(RuleBook book, List<Invariant> invariants, Map<String, Place> places) {
        return new PolicyCheck(book, places).run(invariants);
    }

    private CheckReport run(List<Invariant> invariants) {
        for (Question q : Question.values()) {
            question(
                    new Case(q, book),
                    invariants.stream().filter(i -> i.question() == q).toList());
        }
        List<Proof> inOrder = invariants.stream()
                .flatMap(i -> proofs.stream().filter(p -> p.invariant() == i))
                .toList();
        return new CheckReport(Optional.of(book.hash()), List.of(), List.of(), asked, faults, inOrder);
    }

    private void question(Case question, List<Invariant> invariants) {
        Result result;
        if (question.question() == Question.MAY_SEE) {
            Verdicts verdicts = new Verdicts(
                    question.sat(), question.space(), question.applying().all());
            faults.addAll(new ItemFaults(question, verdicts, naming).all());
            faults.addAll(new BasisFaults(question, verdicts, naming, book.bases()).all());
            result = verdicts;
        } else {
            faults.addAll(new AnswerFaults(question, naming).all());
            result = new Replies(question.sat(), question.applying().all());
        }
        Prover prover = new Prover(question, result);
        invariants.forEach(i -> proofs.add(prover.prove(i)));
        asked.add(new CheckReport.Asked(
                question.question(),
                question.space().size(),
                question.applying().all().size()));
    }
}
