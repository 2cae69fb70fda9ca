package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.CHILD_HEALTH;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.DataClass.PARENT_HEALTH_TREATMENT;
import static uk.mashhub.model.vocabulary.DataClass.SEXUAL_REPRODUCTIVE_HEALTH;
import static uk.mashhub.model.vocabulary.DataClass.UNCLASSIFIED;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.OUTCOME;
import static uk.mashhub.model.vocabulary.FieldKind.SERVICE_NAME;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Purpose;

/** Cases of the domain notes, section 6, about health items. */
class HealthCasesTest {

    private static Items health(DataClass dataClass) {
        return Items.of(dataClass)
                .heldBy(Audiences.HEALTH, "hospital-encounters")
                .confidential();
    }

    @Test // 6
    void leavesNoSignOfATerminationLongAgo() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .consent(ConsentState.GIVEN, People.MOTHER)
                .item(health(SEXUAL_REPRODUCTIVE_HEALTH)
                        .on(LocalDate.of(2007, 5, 1))
                        .about(People.MOTHER, PARENT));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(Seen.by(Audiences.policeDesk(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
    }

    @Test // 7
    void asksHealthLeadToLookAtSexualActivityUnder13AndSharesAfterRelease() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(health(SEXUAL_REPRODUCTIVE_HEALTH)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(OUTCOME, "Seen with a partner of 19"));
        Seen before = Seen.by(Audiences.policeDesk(), packet);
        assertThat(before.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(before.waitsFor(1, Reviewer.HEALTH_LEAD)).isTrue();
        packet.released(1, "police-desk", "council-decision");
        assertThat(Seen.by(Audiences.policeDesk(), packet).outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(Seen.by(Audiences.educationDesk(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
    }

    @Test // 8
    void keepsACompetentTeenagersConfidenceFromTheFamilysCopy() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .consent(ConsentState.REFUSED, People.CHILD)
                .item(health(SEXUAL_REPRODUCTIVE_HEALTH).about(People.CHILD, INDEX_CHILD));
        Seen copy = Seen.by(
                Audiences.parent(), People.CHILD, packet.done(), uk.mashhub.model.vocabulary.Artefact.INFO_PRODUCT);
        assertThat(copy.outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SILENT);
    }

    @Test // 10
    void givesEducationTheOwnersSummaryOfWhatATeenagerToldInConfidence() {
        Packets packet = Packets.ordinary(Purpose.STRATEGY)
                .consent(ConsentState.REFUSED, People.CHILD)
                .item(health(CHILD_HEALTH)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "What was said in therapy"))
                .worded(1, "Current high risk; a safety plan exists");
        Seen seen = Seen.by(Audiences.educationDesk(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SUMMARISE);
        assertThat(seen.text()).contains("a safety plan exists").doesNotContain("therapy");
    }

    @Test // 31
    void sharesAtSection47ThoughTheVictimRefuses() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .consent(ConsentState.REFUSED, People.MOTHER)
                .item(health(CHILD_HEALTH).about(People.CHILD, INDEX_CHILD).field(OUTCOME, "Bruise on the arm"))
                .item(health(PARENT_HEALTH_TREATMENT)
                        .number(2)
                        .about(People.MOTHER, PARENT)
                        .field(NARRATIVE, "Sought help"));
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(seen.outcome(2)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.waitsFor(2, Reviewer.OWNER)).isTrue();
    }

    @Test // 32
    void givesHealthsOwnWordsOnAParentsTreatmentAtSection47() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(health(PARENT_HEALTH_TREATMENT)
                        .about(People.FATHER, PARENT)
                        .field(NARRATIVE, "Detail of therapy"))
                .worded(1, "Uses heroin now; engages; sleeps heavily when caring");
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SUMMARISE);
        assertThat(seen.text()).contains("engages").doesNotContain("Detail of therapy");
    }

    @Test
    void withholdsHealthWhenConsentIsWithdrawn() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .consent(ConsentState.GIVEN, People.CHILD)
                .item(health(CHILD_HEALTH).about(People.CHILD, INDEX_CHILD))
                .worded(1, "Seen in hospital");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SUMMARISE);
        packet.consent(ConsentState.WITHDRAWN, People.CHILD);
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
        packet.override(Audiences.HEALTH);
        assertThat(Seen.by(Audiences.decisionMaker(), packet).outcome(1)).isEqualTo(Outcome.SUMMARISE);
    }

    @Test
    void showsThatAConfidentialServiceIsInvolvedAtSection47OrWithAgreementOnly() {
        Items clinic = health(INVOLVEMENT).about(People.CHILD, INDEX_CHILD).field(SERVICE_NAME, "The clinic");
        assertThat(Seen.by(
                                Audiences.educationDesk(),
                                Packets.ordinary(Purpose.S17).item(clinic))
                        .outcome(1))
                .isEqualTo(Outcome.SILENT);
        assertThat(Seen.by(
                                Audiences.educationDesk(),
                                Packets.ordinary(Purpose.S17)
                                        .consent(ConsentState.GIVEN, People.CHILD)
                                        .item(clinic))
                        .outcome(1))
                .isEqualTo(Outcome.SHOW);
        assertThat(Seen.by(
                                Audiences.educationDesk(),
                                Packets.ordinary(Purpose.S47).item(clinic))
                        .outcome(1))
                .isEqualTo(Outcome.SHOW);
    }

    @Test
    void showsAPhotographOfABruiseThatHealthHasClassified() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(health(CHILD_HEALTH).about(People.CHILD, INDEX_CHILD).attachment("bruise.jpg"))
                .item(health(UNCLASSIFIED)
                        .number(2)
                        .about(People.CHILD, INDEX_CHILD)
                        .attachment("scan.pdf"));
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.text()).contains("bruise.jpg").doesNotContain("scan.pdf");
        assertThat(seen.waitsFor(2, Reviewer.OWNER)).isTrue();
    }

    @Test // 26
    void keepsWhatTheFamilyMustNotBeToldOutOfItsCopy() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(health(CHILD_HEALTH)
                        .handled(HandlingCondition.NOT_FOR_SUBJECT)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "Disclosed to the nurse"))
                .act(Items.id(1), OwnerAct.Kind.WORDING, "Child disclosed")
                .released(1, "family", "council-decision");
        Seen copy = Seen.by(
                Audiences.parent(), People.CHILD, packet.done(), uk.mashhub.model.vocabulary.Artefact.INFO_PRODUCT);
        assertThat(copy.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(copy.text()).doesNotContain("isclosed").contains("\"withheld\":[]");
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("Do not tell the person");
    }
}
