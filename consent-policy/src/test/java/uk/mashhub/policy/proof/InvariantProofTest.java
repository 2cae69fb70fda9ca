package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.policy.proof.SmallPolicy.and;
import static uk.mashhub.policy.proof.SmallPolicy.invariant;
import static uk.mashhub.policy.proof.SmallPolicy.where;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.fact.Attribute;

/** What is proved, what is refuted and by what, in small policies. */
class InvariantProofTest {
    private static final Box RECALLED = where(Attribute.RECALLED, "yes");
    private static final Claim SILENT = new Claim.Outcomes(Set.of(Outcome.SILENT));

    @Test
    void provesWhatARuleGuarantees() {
        assertThat(SmallPolicy.open()
                        .rule("SIL-1", Gate.SILENT_CLASSES, RECALLED, Outcome.SILENT)
                        .check(invariant(Question.MAY_SEE, RECALLED, SILENT))
                        .holds())
                .isTrue();
    }

    @Test
    void refutesWithASituationTheRulesThatSpokeAndTheVerdict() {
        Proof proof = only(SmallPolicy.open()
                .rule("SIL-1", Gate.SILENT_CLASSES, and(RECALLED, Attribute.SECTOR, "HEALTH", "POLICE"), Outcome.SILENT)
                .rule("HAN-1", Gate.HANDLING, where(Attribute.HELD, "no"), Outcome.EXISTS)
                .check(invariant(Question.MAY_SEE, RECALLED, SILENT)));
        assertThat(proof.state()).isEqualTo(Proof.State.REFUTED);
        assertThat(proof.example())
                .isEqualTo("sector = LOCAL_AUTHORITY, RECALLED = yes, all else 'no', comes out as EXISTS;"
                        + " rules that spoke: HAN-1, MATRIX/all");
    }

    @Test
    void countsAFactThatCannotBeWorkedOutAsOneThatApplies() {
        Box insideOnly = and(RECALLED, Attribute.PLACEMENT, "INSIDE", "OUTSIDE");
        SmallPolicy reads = SmallPolicy.open().rule("SIL-1", Gate.SILENT_CLASSES, insideOnly, Outcome.SILENT);
        assertThat(reads.check(invariant(Question.MAY_SEE, RECALLED, SILENT)).holds())
                .isTrue();
        SmallPolicy unread = SmallPolicy.open();
        assertThat(only(unread.check(invariant(Question.MAY_SEE, where(Attribute.RECALLED, "no", "yes"), SILENT)))
                        .state())
                .isEqualTo(Proof.State.REFUTED);
        SmallPolicy blind = SmallPolicy.open()
                .rule("HAN-1", Gate.HANDLING, and(RECALLED, Attribute.HELD, "yes"), Outcome.SILENT)
                .rule("HAN-2", Gate.HANDLING, and(RECALLED, Attribute.HELD, "no"), Outcome.SILENT);
        Proof doubt = only(blind.check(invariant(Question.MAY_SEE, and(RECALLED, Attribute.HELD, "no"), SILENT)));
        assertThat(doubt.holds()).isTrue();
        Proof unsaid = only(SmallPolicy.open()
                .rule("HAN-3", Gate.HANDLING, where(Attribute.HELD, "no"), Outcome.WITHHOLD)
                .rule("SIL-1", Gate.SILENT_CLASSES, and(RECALLED, Attribute.HELD, "no"), Outcome.WITHHOLD)
                .check(invariant(Question.MAY_SEE, where(Attribute.HELD, "no"), SILENT)));
        assertThat(unsaid.state()).isEqualTo(Proof.State.REFUTED);
    }

    @Test
    void leavesErrorsOutWhereSomethingIsToBeGiven() {
        Claim shown = new Claim.Outcomes(Set.of(Outcome.SHOW));
        SmallPolicy policy = SmallPolicy.open().rule("SIL-1", Gate.SILENT_CLASSES, RECALLED, Outcome.SILENT);
        assertThat(policy.check(invariant(Question.MAY_SEE, where(Attribute.RECALLED, "no"), shown))
                        .holds())
                .isTrue();
        Proof refuted = only(policy.check(invariant(Question.MAY_SEE, where(Attribute.HELD, "no"), shown)));
        assertThat(refuted.example()).contains("RECALLED = yes").contains("comes out as SILENT");
    }

    @Test
    void leavesOutWhatItIsNotAboutAndSaysWhereItIsAboutNothing() {
        Box never = and(where(Attribute.NAMED_READER, "yes"), Attribute.NOT_A_NAMED_READER, "yes");
        Invariant excepted = new Invariant(
                "INV-1",
                "A title",
                invariant(Question.MAY_SEE, Box.ALL, SILENT).law(),
                "An owner",
                LocalDate.of(2027, 4, 1),
                "invariants.yaml",
                7,
                Question.MAY_SEE,
                RECALLED,
                java.util.List.of(where(Attribute.SECTOR, "HEALTH")),
                java.util.List.of(SILENT));
        SmallPolicy policy = SmallPolicy.open()
                .rule(
                        "SIL-1",
                        Gate.SILENT_CLASSES,
                        RECALLED.with(
                                Attribute.SECTOR,
                                ~where(Attribute.SECTOR, "HEALTH").mask(Attribute.SECTOR)),
                        Outcome.SILENT);
        assertThat(policy.check(excepted).holds()).isTrue();
        Invariant known = invariant(Question.MAY_SEE, never, new Claim.Outcomes(Set.of(Outcome.SHOW)));
        assertThat(only(policy.check(known)).state()).isEqualTo(Proof.State.EMPTY);
        assertThat(policy.check(known).holds()).isFalse();
    }

    @Test
    void takesADistrictForAPartOfAnAddressAndNotForAllOfIt() {
        Set<FieldKind> address = Set.of(FieldKind.ADDRESS);
        Box perpetrators = where(Attribute.PERPETRATOR_SIDE, "yes");
        SmallPolicy district = SmallPolicy.open()
                .rule(
                        "MIN-1",
                        Gate.MINIMISATION,
                        perpetrators,
                        new Verdict(Outcome.REDACT, Set.of(), address, Set.of(), Set.of()));
        assertThat(district.check(invariant(Question.MAY_SEE, perpetrators, new Claim.NoField(address, false)))
                        .holds())
                .isTrue();
        Proof fooled =
                only(district.check(invariant(Question.MAY_SEE, perpetrators, new Claim.NoField(address, true))));
        assertThat(fooled.state()).isEqualTo(Proof.State.REFUTED);
        assertThat(fooled.example()).contains("comes out as REDACT with no more than the district of ADDRESS");
        assertThat(district.redact("RED-1", perpetrators, FieldKind.ADDRESS)
                        .check(invariant(Question.MAY_SEE, perpetrators, new Claim.NoField(address, true)))
                        .proofs())
                .allMatch(Proof::holds);
    }

    @Test
    void knowsWhichFieldsAnItemCannotHave() {
        Box typed = where(Attribute.HAS_FREE_TEXT, "no");
        Claim noText = new Claim.NoField(Set.of(FieldKind.NARRATIVE, FieldKind.ATTACHMENT), true);
        Claim noPlace = new Claim.NoField(Set.of(FieldKind.NARRATIVE, FieldKind.ADDRESS), true);
        SmallPolicy policy = SmallPolicy.open()
                .rule("SUM-1", Gate.SAFETY, where(Attribute.HAS_FREE_TEXT, "yes"), Outcome.SUMMARISE)
                .redact("RED-1", where(Attribute.PERPETRATOR_SIDE, "yes"), FieldKind.ADDRESS);
        assertThat(policy.check(invariant(Question.MAY_SEE, Box.ALL, noText)).holds())
                .isTrue();
        assertThat(policy.check(invariant(Question.MAY_SEE, where(Attribute.PERPETRATOR_SIDE, "yes"), noPlace))
                        .holds())
                .isTrue();
        assertThat(only(policy.check(invariant(Question.MAY_SEE, typed, noPlace)))
                        .example())
                .contains("comes out as SHOW");
    }

    @Test
    void holdsForDutiesBeforeAndAfterTheyStart() {
        Verdict asks = new Verdict(Outcome.SHOW, Set.of(), Set.of(Obligation.SHOW_STATUS), Set.of(Reviewer.OWNER));
        SmallPolicy policy = SmallPolicy.open().duty("DUT-1", RECALLED, asks, LocalDate.of(2030, 1, 1));
        Claim looked = new Claim.Adds(Set.of(Reviewer.OWNER), Set.of());
        assertThat(policy.faults()).isEmpty();
        assertThat(only(policy.check(invariant(Question.MAY_SEE, RECALLED, looked)))
                        .state())
                .isEqualTo(Proof.State.REFUTED);
    }

    @Test
    void refutesAnAnswer() {
        Proof proof = only(SmallPolicy.open()
                .answer("OPE-1", Gate.MAY_OPEN, where(Attribute.ROLE, "AGENCY_LEAD"), Answer.ALLOW)
                .check(invariant(
                        Question.MAY_OPEN,
                        where(Attribute.TRAINING_IN_DATE, "no"),
                        new Claim.Answers(Set.of(Answer.REFUSE)))));
        assertThat(proof.example())
                .isEqualTo("role = AGENCY_LEAD, TRAINING_IN_DATE = no, all else 'no', comes out as ALLOW;"
                        + " rules that spoke: OPE-1");
    }

    private static Proof only(CheckReport report) {
        assertThat(report.proofs()).hasSize(1);
        return report.proofs().get(0);
    }
}
