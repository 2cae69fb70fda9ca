package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.proof.PolicyCheck;

/** Every decision names on what it rests, for a court; no reader is told. */
class BasisTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path directory;

    private static DecidedView view(PolicyEngine engine, Packets packet, Audience reader) {
        return engine.view(
                packet.done(),
                new Readership(reader, People.CHILD, ActsFor.nobody()),
                Artefact.INSIDE_RECORD,
                Policies.HANDLES);
    }

    private static ItemDecision decision(Packets packet, Audience reader) {
        return view(Policies.ENGINE, packet, reader).decisions().get(0);
    }

    @Test
    void namesArticleGatewayConditionAndWhatLiftsConfidence() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DataClass.CHILD_HEALTH)
                        .heldBy(Audiences.HEALTH, "hospital-encounters")
                        .about(People.CHILD, SubjectRole.INDEX_CHILD)
                        .confidential());
        assertThat(decision(packet, Audiences.decisionMaker()).basis())
                .containsExactly(
                        "LAWFUL_BASIS BAS-01: UK GDPR Art 6(1)(e); DPA 2018 s8",
                        "GATEWAY GAT-01: Children Act 1989 s47(9)-(11)",
                        "GATEWAY GAT-07: Children Act 2004 s16E-16H",
                        "CONDITION CND-04: UK GDPR Art 9(2)(g); DPA 2018 Sch 1 para 6",
                        "CONFIDENCE CNF-03: Common law of confidence; GMC 0-18 years paras 47-49; Children Act 1989 s47");
    }

    @Test
    void namesTheReasonOfParagraph18ThatIsRecorded() {
        for (NotSoughtReason because : NotSoughtReason.values()) {
            Packets packet = Packets.ordinary(Purpose.S47)
                    .said(Said.notAsked(because, People.CHILD))
                    .item(Items.of(DataClass.CHILD_HEALTH)
                            .heldBy(Audiences.HEALTH, "hospital-encounters")
                            .about(People.CHILD, SubjectRole.INDEX_CHILD));
            String letter = List.of("(a)", "(b)", "(c)").get(because.ordinal());
            assertThat(decision(packet, Audiences.decisionMaker()).basis())
                    .filteredOn(b -> b.contains("para 18"))
                    .singleElement()
                    .satisfies(b -> assertThat(b).endsWith("DPA 2018 Sch 1 para 18(2)" + letter));
        }
    }

    @Test
    void namesPart3OfWhatThePoliceHoldForLawEnforcement() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DataClass.CONVICTION_ORDER_BAIL)
                        .heldBy(Audiences.POLICE, "police-records")
                        .about(People.FATHER, SubjectRole.PARENT)
                        .regime(Regime.DPA_PART_3));
        assertThat(decision(packet, Audiences.decisionMaker()).basis())
                .contains("LAWFUL_BASIS BAS-02: DPA 2018 s35(2), s36(4)")
                .anyMatch(b -> b.startsWith("GATEWAY GAT-03: Common-law policing purpose"))
                .noneMatch(b -> b.contains("UK GDPR"));
    }

    @Test
    void namesTheLawOfEveryRuleThatApplied() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DataClass.EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, SubjectRole.INDEX_CHILD));
        ItemDecision decision = decision(packet, Audiences.decisionMaker());
        assertThat(decision.laws())
                .isNotEmpty()
                .allMatch(l -> decision.ruleIds().stream().anyMatch(id -> l.startsWith(id + ": ")));
        assertThat(decision.laws()).anyMatch(l -> l.endsWith(decision.law()));
    }

    @Test
    void tellsNoReaderEvenOfWhatIsSilent() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DataClass.PLAN_LEGAL_STATUS)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, SubjectRole.INDEX_CHILD)
                        .statute(StatuteFlag.ADOPTION));
        DecidedView view = view(Policies.ENGINE, packet, Audiences.policeDesk());
        assertThat(view.decisions().get(0).verdict().outcome()).isEqualTo(Outcome.SILENT);
        assertThat(view.decisions().get(0).basis()).isNotEmpty();
        assertThat(new String(view.view().content(), StandardCharsets.UTF_8))
                .doesNotContain("BAS-0", "GAT-0", "CND-0", "CNF-0", "LAWFUL_BASIS");
    }

    @Test
    void citesOnlyLawThatIsInForceOnTheDay() throws PolicyRefused {
        Draft draft = new Draft(directory)
                .change(
                        "bases.yaml",
                        "{cite: Children Act 2004 s16E-16H, from: 2018-06-29, verify: true}",
                        "{cite: Repealed, until: 2026-11-19}, {cite: Some day, from: 2030-01-01}");
        PolicyEngine engine = new PolicyEngine(draft.load(), Policies.KEY);
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(DataClass.EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, SubjectRole.INDEX_CHILD));
        assertThat(view(engine, packet, Audiences.decisionMaker())
                        .decisions()
                        .get(0)
                        .basis())
                .isNotEmpty()
                .noneMatch(b -> b.contains("GAT-07"));
    }

    @Test
    void putsWhatAnAgencyStatesForItselfBeforeThePartnerships() throws PolicyRefused {
        Draft draft = new Draft(directory).change("agencies/exampleshire-housing.yaml", "rules:\n", """
                        bases:
                          - id: HOU-B1
                            part: LAWFUL_BASIS
                            title: A housing association that is a charity
                            law: [{cite: UK GDPR Art 6(1)(ea), verify: true}]
                            owner: Exampleshire Homes
                            review: 2027-04-01
                            when: {}
                        rules:
                        """);
        PolicyEngine engine = new PolicyEngine(draft.load(), Policies.KEY);
        for (boolean homes : List.of(true, false)) {
            Packets packet = Packets.ordinary(Purpose.S47)
                    .item(Items.of(DataClass.HOUSING)
                            .heldBy(homes ? Audiences.HOMES : Audiences.COUNCIL, "housing-by-hand")
                            .about(People.CHILD, SubjectRole.INDEX_CHILD));
            assertThat(view(engine, packet, Audiences.decisionMaker())
                            .decisions()
                            .get(0)
                            .basis())
                    .filteredOn(b -> b.startsWith("LAWFUL_BASIS"))
                    .containsExactly(
                            homes
                                    ? "LAWFUL_BASIS HOU-B1: UK GDPR Art 6(1)(ea)"
                                    : "LAWFUL_BASIS BAS-01: UK GDPR Art 6(1)(e); DPA 2018 s8");
        }
    }

    @Test
    void provesThatNothingIsGivenWithoutABasis() throws PolicyRefused {
        new Draft(directory)
                .change(
                        "bases.yaml",
                        "when: {CONFIDENTIAL: yes, purpose: $section-47}",
                        "when: {CONFIDENTIAL: yes, purpose: S47}")
                .load();
        assertThat(PolicyCheck.of(directory, DAY).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.toString())
                        .startsWith("UNCOVERED  CONFIDENCE: is wanting for something that is given: ")
                        .contains("CONFIDENTIAL = yes", "purpose = "));
    }

    @Test
    void isPartOfThePolicyThatTwoPeopleSign() throws PolicyRefused {
        Draft draft = new Draft(directory).change("bases.yaml", "title: The person agrees", "title: They agree");
        assertThat(draft.load().hash()).isNotEqualTo(Policies.SHIPPED.hash());
    }

    @Test
    void doesNotLoadWithoutAny() {
        assertThat(new Draft(directory).drop("bases.yaml").problem())
                .hasToString("bases:0: no file of kind 'bases' is here");
    }
}
