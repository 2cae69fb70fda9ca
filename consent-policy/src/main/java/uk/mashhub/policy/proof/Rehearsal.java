package uk.mashhub.policy.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.agreement.Problem;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;

/** What changes between two versions of a policy: every decision that would come out otherwise, and nothing else. */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * What came of comparing.
     *
     * @param changes every difference of a decision; a region of one is exact, and together they are all
     * @param windows classes whose window differs: what counts as recent is worked out otherwise then
     * @param words rules that read otherwise than before: title, reason, law, owner, day of review
     * @param more whether the search for differences of decisions that give nobody more was ended early: those found are
     *     exact, and not all
     * @param problems why there is nothing to compare
     */
    public record Report(
            List<Change> changes, boolean more, List<String> windows, List<String> words, List<Problem> problems) {
        public Report {
            changes = List.copyOf(changes);
            windows = List.copyOf(windows);
            words = List.copyOf(words);
            problems = List.copyOf(problems);
        }

        /** Whether everything is as it was. */
        public boolean nothing() {
            return changes.isEmpty() && windows.isEmpty() && words.isEmpty() && problems.isEmpty();
        }
    }

    /** Compares the agreements of two folders. */
    public static Report of(Path before, Path after) {
        return of(before, after, Integer.MAX_VALUE);
    }

    /**
     * Compares them, and looks no further once so many differences are found to a question that give nobody more. Those
     * that give more are found all.
     *
     * @param most how many somebody waits for, at least 1
     */
    public static Report of(Path before, Path after, int most) {
        AgreementFolder.Result was = AgreementFolder.read(before);
        AgreementFolder.Result now = AgreementFolder.read(after);
        List<Problem> problems = new ArrayList<>(was.problems());
        problems.addAll(now.problems());
        Optional<RuleBook> old = was.book();
        Optional<RuleBook> fresh = now.book();
        if (old.isEmpty() || fresh.isEmpty()) {
            return new Report(List.of(), false, List.of(), List.of(), problems);
        }
        return of(old.get(), fresh.get(), most);
    }

    /** Compares two policies that have been read. */
    static Report of(RuleBook before, RuleBook after) {
        return of(before, after, Integer.MAX_VALUE);
    }

    static Report of(RuleBook before, RuleBook after, int most) {
        if (before.hash().equals(after.hash())) {
            return new Report(List.of(), false, List.of(), List.of(), List.of());
        }
        List<Change> changes = new ArrayList<>();
        boolean more = false;
        for (Question question : Question.values()) {
            Comparison comparison = new Comparison(question, before, after, most);
            changes.addAll(comparison.all());
            more |= comparison.endedEarly();
        }
        return new Report(changes, more, windows(before, after), words(before, after), List.of());
    }

    private static List<String> windows(RuleBook before, RuleBook after) {
        List<String> windows = new ArrayList<>();
        for (DataClass c : DataClass.values()) {
            String was = before.windows().text(c);
            String now = after.windows().text(c);
            if (!was.equals(now)) {
                windows.add(c + " was " + was + ", would be " + now);
            }
        }
        return windows;
    }

    private static List<String> words(RuleBook before, RuleBook after) {
        Set<String> was = words(before);
        List<String> changed = new ArrayList<>();
        for (String now : words(after)) {
            if (!was.contains(now)) {
                changed.add(now);
            }
        }
        return changed;
    }

    private static Set<String> words(RuleBook book) {
        Set<String> words = new LinkedHashSet<>();
        for (Rule r : book.rules()) {
            words.add(r.id() + ": \"" + r.title() + "\", \"" + r.reason() + "\", " + r.citations() + ", " + r.owner()
                    + ", review by " + r.reviewOn());
        }
        for (Basis b : book.bases()) {
            words.add(b.id() + ": \"" + b.title() + "\", " + b.part() + " where " + b.when() + ", " + b.law() + ", "
                    + b.owner() + ", review by " + b.reviewOn());
        }
        return words;
    }
}
