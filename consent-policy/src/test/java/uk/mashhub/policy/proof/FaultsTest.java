package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.policy.proof.SmallPolicy.and;
import static uk.mashhub.policy.proof.SmallPolicy.where;

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
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.proof.Fault.Kind;

/** Each kind of fault, in a small policy broken on purpose; and the same policy whole. */
class FaultsTest {
    private static final Box HELD = where(Attribute.HELD, "yes");
    private static final Box RECALLED = where(Attribute.RECALLED, "yes");
    private static final Box HEALTH = where(Attribute.SECTOR, "HEALTH");

    @Test
    void findsNothingInASmallPolicyThatIsWhole() {
        SmallPolicy whole = SmallPolicy.open()
                .rule("HAN-1", Gate.HANDLING, HELD, Outcome.WITHHOLD)
                .rule("SIL-1", Gate.SILENT_CLASSES, RECALLED, Outcome.SILENT)
                .rule("SUM-1", Gate.SAFETY, where(Attribute.HAS_FREE_TEXT, "yes"), Outcome.SUMMARISE)
                .redact("RED-1", where(Attribute.PERPETRATOR_SIDE, "yes"), FieldKind.ADDRESS)
                .answer("ASK-1", Gate.MAY_ASK, HEALTH, Answer.ALLOW)
                .answer("ASK-2", Gate.MAY_ASK, where(Attribute.OPEN_CASE, "yes"), Answer.REFUSE);
        assertThat(whole.faults()).isEmpty();
    }

    @Test
    void namesASituationForWhichTheMatrixHasNoCell() {
        SmallPolicy gap = SmallPolicy.empty()
                .cell("MATRIX/a", where(Attribute.PURPOSE, "S47"), Outcome.SHOW)
                .cell("MATRIX/b", where(Attribute.PURPOSE, "S17"), Outcome.WITHHOLD);
        assertThat(gap.faults()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Kind.UNCOVERED);
            assertThat(f.place()).isEqualTo("matrix.yaml");
            assertThat(f.words()).startsWith("no cell for ");
        });
    }

    @Test
    void namesTwoCellsForOneSituation() {
        SmallPolicy twice = SmallPolicy.open().cell("MATRIX/b", HEALTH, Outcome.WITHHOLD);
        assertThat(twice.faults()).anySatisfy(f -> {
            assertThat(f.kind()).isEqualTo(Kind.CONTRADICTORY);
            assertThat(f.id()).isEqualTo("MATRIX/all");
            assertThat(f.words()).contains("MATRIX/b").contains("sector = HEALTH");
        });
    }

    @Test
    void namesARuleThatNeverApplies() {
        Box never = and(where(Attribute.HAS_UNKNOWN_FIELD, "yes"), Attribute.HAS_FREE_TEXT, "no");
        assertThat(SmallPolicy.open()
                        .rule("SAF-1", Gate.SAFETY, never, Outcome.SILENT)
                        .faults())
                .singleElement()
                .hasToString("DEAD small.yaml:2 SAF-1: never applies: no situation is such that "
                        + "{HAS_FREE_TEXT=[no], HAS_UNKNOWN_FIELD=[yes]}, "
                        + "because a field of no known kind counts as free text");
        Box nobody = and(where(Attribute.PERSON_PROTECTED, "yes"), Attribute.ENQUIRY_HIDES_LOCATION, "no");
        assertThat(SmallPolicy.open()
                        .answer("ABT-1", Gate.ASK_ABOUT, nobody, Answer.REFUSE)
                        .faults())
                .extracting(Fault::kind)
                .containsExactly(Kind.DEAD);
    }

    @Test
    void namesACellThatNeverApplies() {
        Box never = and(where(Attribute.NAMED_READER, "yes"), Attribute.NOT_A_NAMED_READER, "yes");
        SmallPolicy policy = SmallPolicy.empty()
                .cell("MATRIX/never", never, Outcome.SHOW)
                .cell("MATRIX/not-named", where(Attribute.NAMED_READER, "no"), Outcome.SHOW)
                .cell(
                        "MATRIX/named",
                        and(where(Attribute.NAMED_READER, "yes"), Attribute.NOT_A_NAMED_READER, "no"),
                        Outcome.SHOW);
        assertThat(policy.faults())
                .extracting(Fault::toString)
                .singleElement()
                .satisfies(w -> assertThat(w).startsWith("DEAD matrix.yaml:1 MATRIX/never"));
    }

    @Test
    void namesARuleThatAddsNothing() {
        SmallPolicy shadowed = SmallPolicy.open()
                .rule("HAN-1", Gate.HANDLING, HELD, Outcome.WITHHOLD)
                .rule("HAN-2", Gate.HANDLING, and(HELD, Attribute.SECTOR, "HEALTH"), Outcome.EXISTS);
        assertThat(shadowed.faults())
                .singleElement()
                .hasToString("SHADOWED small.yaml:3 HAN-2: adds nothing to what is said by [HAN-1]");
    }

    @Test
    void namesARuleThatOthersMakeIdleTogether() {
        SmallPolicy shadowed = SmallPolicy.open()
                .rule("HAN-1", Gate.HANDLING, and(HELD, Attribute.SECTOR, "HEALTH"), Outcome.WITHHOLD)
                .rule(
                        "HAN-2",
                        Gate.HANDLING,
                        HELD.with(Attribute.SECTOR, ~HEALTH.mask(Attribute.SECTOR)),
                        Outcome.SILENT)
                .rule("HAN-3", Gate.HANDLING, HELD, Outcome.WITHHOLD);
        assertThat(shadowed.faults()).extracting(Fault::id).contains("HAN-3");
    }

    @Test
    void keepsARuleThatBringsAFieldAReviewerOrTheWantOfWording() {
        Box text = where(Attribute.HAS_FREE_TEXT, "yes");
        SmallPolicy needed = SmallPolicy.open()
                .redact("RED-1", HELD, FieldKind.ADDRESS)
                .redact("RED-2", HELD, FieldKind.ADDRESS, FieldKind.NAME)
                .rule("EXI-1", Gate.STATUTE, text, Outcome.EXISTS)
                .rule("SUM-1", Gate.SAFETY, text, Outcome.SUMMARISE)
                .rule("OBL-1", Gate.OBLIGATIONS, text, obliged(Obligation.SHOW_STATUS))
                .rule("DUT-1", Gate.DUTY, text, new Verdict(Outcome.SHOW, Set.of(), Set.of(), Set.of(Reviewer.LEGAL)));
        assertThat(needed.faults()).extracting(Fault::id).containsExactly("RED-1");
    }

    @Test
    void namesACellThatIsAlwaysOverruled() {
        SmallPolicy overruled = SmallPolicy.empty()
                .cell("MATRIX/recalled", RECALLED, Outcome.SHOW)
                .cell("MATRIX/other", where(Attribute.RECALLED, "no"), Outcome.SHOW)
                .rule("SIL-1", Gate.SILENT_CLASSES, RECALLED, Outcome.SILENT);
        assertThat(overruled.faults())
                .singleElement()
                .hasToString(
                        "CONTRADICTORY matrix.yaml:1 MATRIX/recalled: gives SHOW, but other rules always leave less"
                                + " where {RECALLED=[yes]}");
    }

    @Test
    void leavesACellAloneThatIsShownWithoutSomeOfItsFields() {
        assertThat(SmallPolicy.open()
                        .redact("RED-1", Box.ALL, FieldKind.ADDRESS)
                        .faults())
                .isEmpty();
    }

    @Test
    void namesAPermissionThatIsAlwaysRefusedAndAnAnswerGivenTwice() {
        SmallPolicy overruled = SmallPolicy.open()
                .answer("ASK-1", Gate.MAY_ASK, and(HEALTH, Attribute.OPEN_CASE, "yes"), Answer.ALLOW)
                .answer("ASK-2", Gate.MAY_ASK, where(Attribute.OPEN_CASE, "yes"), Answer.REFUSE)
                .answer("ASK-3", Gate.MAY_ASK, and(HEALTH, Attribute.OPEN_CASE, "yes"), Answer.REFUSE);
        assertThat(overruled.faults())
                .extracting(f -> f.kind() + " " + f.id())
                .containsExactly("CONTRADICTORY ASK-1", "SHADOWED ASK-3");
        assertThat(overruled.faults().get(0).words()).contains("OPEN_CASE = yes comes out as REFUSE");
    }

    @Test
    void namesObligationsThatContradictEachOther() {
        SmallPolicy both = SmallPolicy.open()
                .rule("OBL-1", Gate.OBLIGATIONS, HEALTH, obliged(Obligation.TELL_SUBJECT))
                .rule("OBL-2", Gate.OBLIGATIONS, HELD, obliged(Obligation.DO_NOT_TELL_SUBJECT));
        assertThat(both.faults()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(Kind.CONTRADICTORY);
            assertThat(f.words())
                    .contains("sector = HEALTH")
                    .contains("HELD = yes")
                    .contains("OBL-1, OBL-2");
        });
    }

    private static Verdict obliged(Obligation obligation) {
        return new Verdict(Outcome.SHOW, Set.of(), Set.of(obligation), Set.of());
    }
}
