package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Trial;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** By brute force over small policies: the regions are exactly where two of them differ, and each says how. */
class ComparisonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);
    private static final List<Attribute> VARYING = List.of(
            Attribute.PURPOSE,
            Attribute.SECTOR,
            Attribute.HELD,
            Attribute.RECALLED,
            Attribute.PERPETRATOR_SIDE,
            Attribute.OWNER_WORDING,
            Attribute.CONFIDENTIAL);

    private static SmallPolicy policy() {
        return SmallPolicy.empty()
                .cell("MATRIX/a", SmallPolicy.where(Attribute.PURPOSE, "S47", "STRATEGY"), Outcome.SHOW)
                .cell("MATRIX/b", SmallPolicy.where(Attribute.PURPOSE, "S17", "PRESCREEN"), Outcome.SUMMARISE)
                .cell("MATRIX/c", others("S47", "STRATEGY", "S17", "PRESCREEN"), Outcome.SILENT)
                .rule("H-1", Gate.HANDLING, SmallPolicy.where(Attribute.HELD, "yes"), Outcome.WITHHOLD)
                .rule("H-2", Gate.SILENT_CLASSES, SmallPolicy.where(Attribute.RECALLED, "yes"), Outcome.SILENT)
                .redact(
                        "S-1",
                        SmallPolicy.and(
                                SmallPolicy.where(Attribute.PERPETRATOR_SIDE, "yes"),
                                Attribute.SECTOR,
                                "HOUSING",
                                "FAMILY"),
                        FieldKind.ADDRESS,
                        FieldKind.NAME);
    }

    private static Box others(String... but) {
        return Box.ALL.with(
                Attribute.PURPOSE, ~SmallPolicy.where(Attribute.PURPOSE, but).mask(Attribute.PURPOSE));
    }

    @Test
    void findsExactlyWhereACellGivesMore() {
        SmallPolicy now = SmallPolicy.empty()
                .cell("MATRIX/a", SmallPolicy.where(Attribute.PURPOSE, "S47", "STRATEGY"), Outcome.SHOW)
                .cell("MATRIX/b", SmallPolicy.where(Attribute.PURPOSE, "S17", "PRESCREEN"), Outcome.SHOW)
                .cell("MATRIX/c", others("S47", "STRATEGY", "S17", "PRESCREEN"), Outcome.SILENT)
                .rule("H-1", Gate.HANDLING, SmallPolicy.where(Attribute.HELD, "yes"), Outcome.WITHHOLD)
                .rule("H-2", Gate.SILENT_CLASSES, SmallPolicy.where(Attribute.RECALLED, "yes"), Outcome.SILENT)
                .redact(
                        "S-1",
                        SmallPolicy.and(
                                SmallPolicy.where(Attribute.PERPETRATOR_SIDE, "yes"),
                                Attribute.SECTOR,
                                "HOUSING",
                                "FAMILY"),
                        FieldKind.ADDRESS,
                        FieldKind.NAME);
        assertThat(differing(policy().book(), now.book())).isGreaterThan(100);
    }

    @Test
    void findsExactlyWhereRulesComeGoAndSayOtherwise() {
        Box box = SmallPolicy.and(SmallPolicy.where(Attribute.CONFIDENTIAL, "yes"), Attribute.SECTOR, "POLICE");
        differing(
                policy().book(),
                policy().rule("N-1", Gate.CONSENT, box, Outcome.EXISTS).book());
        differing(
                policy().book(),
                policy().rule(
                                "N-2",
                                Gate.DUTY,
                                box,
                                new Verdict(Outcome.SHOW, Set.of(), Set.of(), Set.of(Reviewer.LEGAL)))
                        .book());
        differing(
                policy().book(),
                policy().rule(
                                "N-3",
                                Gate.OBLIGATIONS,
                                box,
                                new Verdict(Outcome.SHOW, Set.of(), Set.of(Obligation.NO_ONWARD_SHARING), Set.of()))
                        .book());
        differing(
                policy().book(),
                policy().redact("N-4", box, FieldKind.NAME, FieldKind.SCHOOL).book());
    }

    /** A whole address, a part of it, none: each way from one to another. */
    @Test
    void findsExactlyWhereMoreOrLessOfAnAddressIsLeft() {
        Box box = SmallPolicy.and(SmallPolicy.where(Attribute.CONFIDENTIAL, "yes"), Attribute.SECTOR, "POLICE");
        RuleBook whole = policy().book();
        RuleBook part = policy().rule("G-1", Gate.HANDLING, box, district()).book();
        RuleBook none = policy().redact("G-1", box, FieldKind.ADDRESS).book();
        RuleBook nameless = policy().redact("N-1", box, FieldKind.NAME).book();
        RuleBook both = policy().redact("N-1", box, FieldKind.NAME)
                .rule("G-1", Gate.HANDLING, box, district())
                .book();
        List<RuleBook> books = List.of(whole, part, none, nameless, both);
        for (RuleBook was : books) {
            for (RuleBook now : books) {
                if (was != now) {
                    differing(was, now);
                }
            }
        }
        assertThat(RehearsalText.of(Rehearsal.of(part, whole)))
                .containsSequence("More would be given:", "  would be SHOW, was REDACT; with all of the address");
        assertThat(RehearsalText.of(Rehearsal.of(none, part)))
                .containsSequence(
                        "More would be given:",
                        "  would still be REDACT; now with address; with no more than the district of address");
    }

    private static Verdict district() {
        return new Verdict(Outcome.REDACT, Set.of(), Set.of(FieldKind.ADDRESS), Set.of(), Set.of());
    }

    @Test
    void knowsTheDayOnWhichADutyStarts() {
        Verdict asks = new Verdict(Outcome.SHOW, Set.of(), Set.of(), Set.of(Reviewer.OWNER));
        Box box = SmallPolicy.where(Attribute.CONFIDENTIAL, "yes");
        RuleBook now = policy().duty("D-1", box, asks, LATER).book();
        List<Change> changes = Rehearsal.of(policy().book(), now).changes();
        assertThat(changes)
                .filteredOn(c -> c.where().isPresent())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.where().orElseThrow().from()).contains(LATER));
        differing(policy().book(), now);
        RuleBook off = policy().duty("D-1", box, asks, LocalDate.MAX).book();
        assertThat(Rehearsal.of(policy().book(), off).changes()).isEmpty();
    }

    @Test
    void findsExactlyWhereAnotherQuestionIsAnsweredOtherwise() {
        Box s47 = SmallPolicy.where(Attribute.PURPOSE, "S47");
        Box s17 = SmallPolicy.where(Attribute.PURPOSE, "S47", "S17");
        RuleBook was = policy().answer("A-1", Gate.MAY_ASK, s47, Answer.ALLOW)
                .answer("A-2", Gate.MAY_ASK, SmallPolicy.where(Attribute.OPEN_CASE, "yes"), Answer.REFUSE)
                .book();
        RuleBook now = policy().answer("A-1", Gate.MAY_ASK, s17, Answer.ALLOW)
                .answer("A-2", Gate.MAY_ASK, SmallPolicy.where(Attribute.OPEN_CASE, "yes"), Answer.REFUSE)
                .book();
        List<Change> changes = Rehearsal.of(was, now).changes();
        assertThat(changes).hasSize(1);
        assertThat(RehearsalText.of(Rehearsal.of(was, now)))
                .containsSequence(
                        "More would be given:",
                        "  May this agency be asked? would be answered ALLOW, was REFUSE",
                        "    where purpose is section 17",
                        "      unless a rule speaks that takes more: A-2");
    }

    @Test
    void saysThatNothingChanges() {
        assertThat(RehearsalText.of(Rehearsal.of(policy().book(), policy().book())))
                .containsExactly("Nothing changes.");
    }

    /** Another spelling of the same decisions: one rule of two values for two rules of one. */
    @Test
    void tellsWordsFromDecisions() {
        RuleBook one = policy().rule(
                        "X-1", Gate.HANDLING, SmallPolicy.where(Attribute.SECTOR, "POLICE", "HEALTH"), Outcome.EXISTS)
                .book();
        RuleBook two = policy().rule(
                        "X-1", Gate.HANDLING, SmallPolicy.where(Attribute.SECTOR, "POLICE"), Outcome.EXISTS)
                .rule("X-2", Gate.HANDLING, SmallPolicy.where(Attribute.SECTOR, "HEALTH"), Outcome.EXISTS)
                .book();
        Rehearsal.Report report = Rehearsal.of(one, two);
        assertThat(report.changes()).isEmpty();
        assertThat(RehearsalText.of(report)).contains("No decision changes.").anyMatch(l -> l.startsWith("  X-2: "));
    }

    @Test
    void noticesWhatDoubtChanges() {
        RuleBook now = policy().rule(
                        "N-1", Gate.CONSENT, SmallPolicy.where(Attribute.CONFIDENTIAL, "yes"), Outcome.SILENT)
                .book();
        assertThat(Rehearsal.of(policy().book(), now).changes())
                .filteredOn(c -> c.where().isEmpty())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.example()).contains("cannot be worked out"));
    }

    @Test
    void looksNoFurtherThanItIsToldAndSaysSo() {
        RuleBook now = policy().rule(
                        "N-1", Gate.CONSENT, SmallPolicy.where(Attribute.CONFIDENTIAL, "yes"), Outcome.SILENT)
                .book();
        Rehearsal.Report all = Rehearsal.of(policy().book(), now);
        Rehearsal.Report some = Rehearsal.of(policy().book(), now, 1);

        assertThat(all.more()).isFalse();
        assertThat(some.more()).isTrue();
        assertThat(some.changes()).isNotEmpty().hasSizeLessThan(all.changes().size());
        assertThat(RehearsalText.of(all)).noneMatch(l -> l.contains("more than is listed"));
        assertThat(RehearsalText.of(some)).anyMatch(l -> l.contains("more than is listed"));
    }

    /** Whoever signs reads all that gives more before anything that takes something, however little else is listed. */
    @Test
    void findsAllThatGivesMoreBeforeWhatTakesSomething() {
        RuleBook was = policy().rule("W-1", Gate.DUTY, SmallPolicy.where(Attribute.SECTOR, "POLICE"), Outcome.EXISTS)
                .rule("W-2", Gate.DUTY, SmallPolicy.where(Attribute.SECTOR, "HOUSING"), Outcome.WITHHOLD)
                .book();
        RuleBook now = policy().rule("N-2", Gate.CONSENT, SmallPolicy.where(Attribute.SECTOR, "FAMILY"), Outcome.SILENT)
                .rule("N-3", Gate.CONSENT, SmallPolicy.where(Attribute.PERPETRATOR_SIDE, "yes"), Outcome.WITHHOLD)
                .book();
        Rehearsal.Report all = Rehearsal.of(was, now);
        Rehearsal.Report some = Rehearsal.of(was, now, 1);

        List<Change> more = widening(all);
        assertThat(more).hasSizeGreaterThan(2);
        assertThat(widening(some))
                .extracting(Change::delta)
                .containsAll(more.stream().map(Change::delta).toList());
        assertThat(some.more()).isTrue();
        List<String> lines = RehearsalText.of(some, 1);
        assertThat(lines).contains("More would be given:").anyMatch(l -> l.startsWith("And "));
        assertThat(lines).doesNotContain("Less would be given, or with other conditions:");
        assertThat(RehearsalText.of(some).subList(0, lines.size() - 2)).isEqualTo(lines.subList(0, lines.size() - 2));
    }

    private static List<Change> widening(Rehearsal.Report report) {
        return report.changes().stream().filter(c -> c.delta().widens()).toList();
    }

    /** How many situations differ; in each of all there are, some region holds it exactly if it does, and says how. */
    private static int differing(RuleBook was, RuleBook now) {
        List<Change> changes = new Comparison(Question.MAY_SEE, was, now)
                .all().stream().filter(c -> c.where().isPresent()).toList();
        Trial before = new Trial(was);
        Trial after = new Trial(now);
        int differing = 0;
        for (LocalDate day : List.of(TODAY, LATER)) {
            for (FactVector facts : every()) {
                Delta delta = Delta.OfItem.between(
                        before.item(facts, day).verdict(),
                        after.item(facts, day).verdict());
                List<Change> holding = changes.stream()
                        .filter(c -> c.where().orElseThrow().holds(facts, day))
                        .toList();
                assertThat(holding.isEmpty()).as("%s %s", facts.words(), delta).isEqualTo(delta.same());
                assertThat(holding).allSatisfy(c -> assertThat(c.delta()).isEqualTo(delta));
                differing += delta.same() ? 0 : 1;
            }
        }
        assertThat(differing).isPositive();
        return differing;
    }

    private static List<FactVector> every() {
        List<Map<Attribute, Integer>> all = new ArrayList<>(List.of(Map.of()));
        for (Attribute a : VARYING) {
            List<Map<Attribute, Integer>> more = new ArrayList<>();
            for (Map<Attribute, Integer> m : all) {
                for (int v = 0; v < a.words().size(); v++) {
                    Map<Attribute, Integer> with = new HashMap<>(m);
                    with.put(a, v);
                    more.add(with);
                }
            }
            all = more;
        }
        return all.stream().map(ComparisonTest::facts).toList();
    }

    private static FactVector facts(Map<Attribute, Integer> values) {
        FactVector.Gathering gathering = new FactVector.Gathering();
        for (Attribute a : Attribute.of(Question.MAY_SEE.asking())) {
            gathering.put(a, a.words().get(values.getOrDefault(a, 0)));
        }
        return gathering.done();
    }
}
