package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.EDUCATION;
import static uk.mashhub.model.vocabulary.FieldKind.NARRATIVE;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.policy.fact.ActsFor;

/** Ruling 4: for whom a reader's team acts, in whatever enquiry, puts it on the perpetrator's side or does not. */
class ActsForTest {
    private static final Audience EARLY_HELP = Audiences.educationDesk();

    private static Packets packet() {
        return Packets.empty(Purpose.S47)
                .person(People.noor())
                .person(People.leila())
                .person(People.karim())
                .item(Items.of(EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(NARRATIVE, "Comes hungry"));
    }

    private static String side(ActsFor actsFor, Artefact artefact) {
        Readership reader = new Readership(EARLY_HELP, People.CHILD, actsFor);
        return Seen.by(reader, packet(), artefact).of(1).facts().get("PERPETRATOR_SIDE");
    }

    @Test
    void putsADeskThatActsForTheAccusedElsewhereOnThePerpetratorsSideHere() {
        assertThat(side(ActsFor.nobody(), Artefact.INSIDE_RECORD)).isEqualTo("no");
        assertThat(side(ActsFor.exactly(Set.of(People.MOTHER)), Artefact.INSIDE_RECORD))
                .isEqualTo("no");
        assertThat(side(ActsFor.exactly(Set.of(People.MOTHER, People.FATHER)), Artefact.INSIDE_RECORD))
                .isEqualTo("yes");
    }

    @Test
    void countsSomebodyWhoIsNotOfTheEnquiryAsOnThatSide() {
        assertThat(side(ActsFor.exactly(Set.of(People.id(99))), Artefact.INSIDE_RECORD))
                .isEqualTo("yes");
    }

    @Test
    void countsWhatIsNotKnownAsOnThatSideForWhateverLeavesTheRoom() {
        assertThat(side(ActsFor.atLeast(Set.of()), Artefact.INSIDE_RECORD)).isEqualTo("no");
        assertThat(side(ActsFor.nobody(), Artefact.INFO_PRODUCT)).isEqualTo("no");
        assertThat(side(ActsFor.atLeast(Set.of()), Artefact.INFO_PRODUCT)).isEqualTo("yes");
    }

    @Test
    void keepsWhatTheSubjectMustNotLearnFromATeamThatActsForTheSubjectElsewhere() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(Items.of(EDUCATION)
                        .heldBy(Audiences.COUNCIL, "council-cin")
                        .about(People.CHILD, INDEX_CHILD)
                        .handled(HandlingCondition.NOT_FOR_SUBJECT));
        Readership forNobody = new Readership(EARLY_HELP, People.CHILD, ActsFor.nobody());
        Readership forHer = new Readership(EARLY_HELP, People.CHILD, ActsFor.exactly(Set.of(People.CHILD)));
        assertThat(Seen.by(forNobody, packet).outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(Seen.by(forHer, packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
    }
}
