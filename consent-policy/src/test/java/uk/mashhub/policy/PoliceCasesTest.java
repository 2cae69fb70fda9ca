package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.CONVICTION_ORDER_BAIL;
import static uk.mashhub.model.vocabulary.DataClass.DISCLOSURE_SCHEME_APPLICANT;
import static uk.mashhub.model.vocabulary.DataClass.IDENTITY;
import static uk.mashhub.model.vocabulary.DataClass.INTELLIGENCE;
import static uk.mashhub.model.vocabulary.DataClass.MARAC_MINUTES;
import static uk.mashhub.model.vocabulary.DataClass.PROBATION;
import static uk.mashhub.model.vocabulary.FieldKind.CATEGORY;
import static uk.mashhub.model.vocabulary.FieldKind.CONTACT_POINT;
import static uk.mashhub.model.vocabulary.FieldKind.LEGAL_STATUS;
import static uk.mashhub.model.vocabulary.FieldKind.NAME;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.RISK_LEVEL;
import static uk.mashhub.model.vocabulary.FieldKind.SOURCE_DETAIL;
import static uk.mashhub.model.vocabulary.SubjectRole.ALLEGED_PERPETRATOR;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;
import static uk.mashhub.model.vocabulary.SubjectRole.THIRD_PARTY;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Cases of the domain notes, section 6, about police and probation items. The number of each stands in its comment. */
class PoliceCasesTest {

    private static Items drugsLog(String grade) {
        return Items.of(INTELLIGENCE)
                .graded(grade)
                .handlingText("Ask the sergeant before use")
                .about(People.FATHER, PARENT)
                .field(NARRATIVE, "Said to supply drugs from the car")
                .field(SOURCE_DETAIL, "Overheard by a barman");
    }

    @Test // 1
    void givesSchoolOutsideTheRoomNoSignOfIntelligence() {
        Packets packet = Packets.ordinary(Purpose.S17).item(drugsLog("2-D-C"));
        Seen seen = Seen.by(Audiences.schoolOutside(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(seen.text()).doesNotContain("Exampleshire Police").doesNotContain("drugs");
    }

    @Test // 2
    void tellsDecisionMakerWhomToRingBeforeTheRelease() {
        Packets packet = Packets.ordinary(Purpose.S47).item(drugsLog("2-D-C"));
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.waitsFor(1, Reviewer.OWNER)).isTrue();
        assertThat(seen.text())
                .contains("Exampleshire Police holds something that you may not read")
                .contains("Ring Exampleshire Police desk 020 7946 0001")
                .contains("\"kind\":null")
                .doesNotContain("Intelligence");
    }

    @Test // 2
    void showsDecisionMakerReleasedIntelligenceWithGradeAndHandling() {
        Packets packet =
                Packets.ordinary(Purpose.STRATEGY).item(drugsLog("2-D-C")).released(1, "council-decision");
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.text())
                .contains("Said to supply drugs")
                .contains("untested source; information not known")
                .contains("Do not share onward")
                .contains("Ask the sergeant before use")
                .doesNotContain("barman");
        assertThat(Seen.by(Audiences.healthDesk(), packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
    }

    @Test // 3
    void showsHealthIntelligenceOfCodePWithoutItsSource() {
        Packets packet = Packets.ordinary(Purpose.S47).item(drugsLog("1-A-P"));
        Seen seen = Seen.by(Audiences.healthDesk(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.REDACT);
        assertThat(seen.text())
                .contains("Said to supply drugs")
                .contains("reliable source; information known directly to the source")
                .contains("\"redacted\":[\"Source detail\"]")
                .doesNotContain("barman");
    }

    @Test
    void givesOwnersWordingOnlyWhereTheSourceIsProtected() {
        Packets packet =
                Packets.ordinary(Purpose.S47).item(drugsLog("1-A-P").handled(HandlingCondition.SOURCE_PROTECTED));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
        packet.worded(1, "Risk of drugs in the home");
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SUMMARISE);
        assertThat(seen.text()).contains("Risk of drugs in the home").doesNotContain("from the car");
    }

    @Test // 17
    void leavesNoSignOfAnAdoptionExceptToTheAdoptionLead() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(IDENTITY)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .statute(StatuteFlag.ADOPTION)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NAME, "Born Otherwise"));
        for (var audience : Audiences.room()) {
            assertThat(Seen.by(audience, packet).outcome(1)).isEqualTo(Outcome.SILENT);
        }
        assertThat(Seen.by(Audiences.decisionMaker(), packet).waitsFor(1, Reviewer.ADOPTION_LEAD))
                .isTrue();
        assertThat(Seen.by(Audiences.adoptionLead(), packet).text()).contains("Born Otherwise");
    }

    @Test // 19
    void showsMappaLevelWithoutNotesAndNoSignOfViSOR() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(PROBATION)
                        .heldBy(Audiences.PROBATION, "delius")
                        .about(People.FATHER, PARENT)
                        .field(RISK_LEVEL, "MAPPA level 2")
                        .field(LEGAL_STATUS, "No contact with children")
                        .field(CONTACT_POINT, "Officer 020 7946 0600")
                        .field(NARRATIVE, "Officer's private notes"))
                .item(Items.of(PROBATION)
                        .number(2)
                        .heldBy(Audiences.PROBATION, "delius")
                        .handled(HandlingCondition.VERY_RESTRICTED)
                        .about(People.FATHER, PARENT)
                        .field(CATEGORY, "AVIS"));
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.text())
                .contains("MAPPA level 2", "No contact with children", "020 7946 0600")
                .doesNotContain("private notes")
                .doesNotContain("AVIS");
        assertThat(seen.outcome(2)).isEqualTo(Outcome.SILENT);
    }

    @Test // 22
    void keepsMaracMinutesAndGivesTheOwnersLine() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(MARAC_MINUTES).about(People.MOTHER, PARENT).field(NARRATIVE, "Who said what"));
        assertThat(Seen.by(Audiences.housingOfficer(), packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
        packet.worded(1, "High-risk domestic abuse, heard on 2 March");
        Seen seen = Seen.by(Audiences.housingOfficer(), packet);
        assertThat(seen.text()).contains("High-risk domestic abuse").doesNotContain("Who said what");
        Packets accused = Packets.empty(Purpose.S47)
                .person(People.noor())
                .person(People.karim())
                .item(Items.of(MARAC_MINUTES).about(People.FATHER, ALLEGED_PERPETRATOR))
                .worded(1, "High-risk domestic abuse")
                .released(1, "housing-officers");
        assertThat(Seen.by(Audiences.housingOfficer(), People.FATHER, accused).outcome(1))
                .isEqualTo(Outcome.SILENT);
    }

    @Test // 23
    void leavesNoSignOfWhoAskedUnderADisclosureScheme() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .person(People.neighbour())
                .item(Items.of(DISCLOSURE_SCHEME_APPLICANT)
                        .about(People.NEIGHBOUR, THIRD_PARTY)
                        .field(NAME, "Nosey Invented"));
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(seen.text()).doesNotContain("Nosey").doesNotContain("THIRD_PARTY");
        assertThat(Seen.by(Audiences.policeDesk(), packet).text()).contains("Nosey");
    }

    @Test
    void namesAnOldConvictionToOtherAgenciesWithoutShowingIt() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(CONVICTION_ORDER_BAIL)
                        .on(LocalDate.of(2001, 1, 1))
                        .about(People.FATHER, PARENT)
                        .field(CATEGORY, "Shoplifting"));
        Seen seen = Seen.by(Audiences.healthDesk(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.EXISTS);
        assertThat(seen.text())
                .contains("\"kind\":\"Conviction, order or bail\"")
                .doesNotContain("Shoplifting");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("Shoplifting");
    }
}
