package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.DOMESTIC_ABUSE_INCIDENT;
import static uk.mashhub.model.vocabulary.DataClass.EDUCATION;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.DataClass.LOCATION;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.FieldKind.SERVICE_NAME;
import static uk.mashhub.model.vocabulary.FieldKind.STATUS;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.VICTIM;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Ruling 9 inside the room, and what an owner's release does not lift. */
class CompartmentsTest {
    private static final String[] HIDDEN = {"Lantern", "letter-from", "Hidden Lane"};

    private static Packets flagged(SafetyFlag flag) {
        return Packets.empty(Purpose.S47)
                .person(People.noor(flag))
                .person(People.leila())
                .item(Items.of(EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "Walks to school from Lantern House")
                        .attachment("letter-from-lantern.pdf"))
                .item(Items.of(INVOLVEMENT)
                        .number(2)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(STATUS, "Open")
                        .field(SERVICE_NAME, "Lantern House outreach"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PDS_RESTRICTED", "SAFE_ADDRESS", "UNKNOWN"})
    void givesOtherSectorsNoFreeTextAboutAChildWhoIsKeptFromBeingFound(SafetyFlag flag) {
        assertThat(Seen.by(Audiences.educationDesk(), flagged(flag)).text())
                .doesNotContain(HIDDEN)
                .contains("Open");
        assertThat(Seen.by(Audiences.healthDesk(), flagged(flag)).outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(Seen.by(Audiences.policeDesk(), flagged(flag)).text()).contains("Walks to school");
    }

    @Test
    void givesThemTheOwnersWordingInstead() {
        Packets packet = flagged(SafetyFlag.PDS_RESTRICTED).worded(1, "Attends well");
        assertThat(Seen.by(Audiences.healthDesk(), packet).text())
                .contains("Attends well")
                .doesNotContain(HIDDEN);
    }

    @Test
    void hidesNothingOfAnOrdinaryChild() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "Walks to school"));
        assertThat(Seen.by(Audiences.healthDesk(), packet).text()).contains("Walks to school");
    }

    @ParameterizedTest
    @EnumSource(names = {"PDS_RESTRICTED", "SAFE_ADDRESS"})
    void doesNotLetTheOwnerOfAnItemReleaseAPlaceThatHidesSomebody(SafetyFlag flag) {
        Packets packet = Packets.empty(Purpose.S47)
                .person(People.noor(flag))
                .item(Items.of(LOCATION).about(People.CHILD, INDEX_CHILD).field(ADDRESS, "77 Hidden Lane"))
                .item(Items.of(EDUCATION)
                        .number(2)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(ADDRESS, "77 Hidden Lane")
                        .field(STATUS, "On roll"))
                .released(1, "education-desk")
                .released(2, "education-desk");
        Seen seen = Seen.by(Audiences.educationDesk(), packet);
        assertThat(seen.text()).doesNotContain(HIDDEN).contains("On roll");
        assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.waitsFor(1, Reviewer.SAFE_CONTACT_OFFICER)).isTrue();
    }

    @Test
    void doesNotLetTheOwnerOfCourtPapersReleaseThem() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(EDUCATION).statute(StatuteFlag.FAMILY_COURT).about(People.CHILD, INDEX_CHILD))
                .released(1, "education-desk");
        Seen seen = Seen.by(Audiences.educationDesk(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.waitsFor(1, Reviewer.LEGAL)).isTrue();
    }

    @Test
    void letsNoReleasedTextThatMayNameAComplainantOrAPlaceOfSafetyLeaveTheRoom() {
        Packets complaint = Packets.ordinary(Purpose.S47)
                .item(Items.of(DOMESTIC_ABUSE_INCIDENT)
                        .statute(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT)
                        .about(People.MOTHER, VICTIM)
                        .field(NARRATIVE, "Leila says that he forced her"))
                .released(1, "school-dsl");
        Seen copy = Seen.by(Audiences.schoolOutside(), People.CHILD, complaint.done(), Artefact.INFO_PRODUCT);
        assertThat(copy.text()).doesNotContain("forced her");
        Packets refuge = flagged(SafetyFlag.SAFE_ADDRESS).released(1, "school-dsl");
        assertThat(Seen.by(Audiences.schoolOutside(), People.CHILD, refuge.done(), Artefact.INFO_PRODUCT)
                        .text())
                .doesNotContain(HIDDEN);
    }

    @Test
    void refusesToLoadASafetyRuleThatAnOwnersReleaseWouldLift(@TempDir Path there) {
        String rule = "SUBJECT_PDS_RESTRICTED: yes, dataClass: LOCATION, role:";
        Draft draft = new Draft(there).all(text -> text.replace(rule, "RELEASED_TO_AUDIENCE: no, " + rule));
        assertThat(draft.problemContaining("owner's release").what()).contains("SAF-07");
    }
}
