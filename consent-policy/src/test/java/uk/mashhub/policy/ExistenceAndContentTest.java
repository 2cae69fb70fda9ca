package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.OwnerAct;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.agreement.Gate;

/** That something is held is decided apart from what it says; and every gate is passed, in the order of domain notes 2.6. */
class ExistenceAndContentTest {
    private static final String SECRET = "said only here";

    private static Items item(DataClass dataClass) {
        return Items.of(dataClass)
                .heldBy(Audiences.HEALTH, "hospital-encounters")
                .about(People.CHILD, SubjectRole.INDEX_CHILD)
                .field(FieldKind.STATUS, SECRET);
    }

    @Test
    void givesBothWhereTheMatrixShows() {
        Seen seen =
                Seen.by(Audiences.decisionMaker(), Packets.ordinary(Purpose.S47).item(item(DataClass.CHILD_HEALTH)));
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SHOW);
        assertThat(seen.text()).contains(SECRET);
    }

    @Test
    void givesExistenceOwnerAndKindWithoutContent() {
        Packets packet =
                Packets.ordinary(Purpose.S47).item(item(DataClass.HOUSING).heldBy(Audiences.HOMES, "housing-by-hand"));
        Seen seen = Seen.by(Audiences.educationDesk(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.EXISTS);
        assertThat(seen.text())
                .contains("Exampleshire Homes holds something (Housing)")
                .doesNotContain(SECRET);
    }

    @Test
    void givesExistenceWithoutKindWhereItIsWithheld() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(item(DataClass.CHILD_HEALTH))
                .act(Items.id(1), OwnerAct.Kind.HOLD, "");
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.WITHHOLD);
        assertThat(seen.text())
                .isNotEqualTo(Seen.by(Audiences.decisionMaker(), Packets.ordinary(Purpose.S47))
                        .text())
                .doesNotContain(SECRET, "Health");
    }

    @Test
    void givesNeitherThoughTheOwnerReleasedTheContent() {
        Packets packet = Packets.ordinary(Purpose.S17)
                .item(item(DataClass.SEXUAL_REPRODUCTIVE_HEALTH))
                .released(1, "council-decision");
        Seen seen = Seen.by(Audiences.decisionMaker(), packet);
        assertThat(seen.outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(seen.text())
                .isEqualTo(Seen.by(Audiences.decisionMaker(), Packets.ordinary(Purpose.S17))
                        .text());
    }

    @Test
    void asksWhetherSomethingIsHeldApartFromWhoReadsIt() {
        Packets packet = Packets.ordinary(Purpose.S47)
                .item(item(DataClass.INTELLIGENCE)
                        .heldBy(Audiences.POLICE, "police-records")
                        .graded("2-D-C"));
        assertThat(Policies.ENGINE
                        .mayAsk(
                                packet.done(),
                                Audiences.POLICE,
                                Sector.POLICE,
                                new uk.mashhub.model.id.SourceId("police-records"))
                        .allowed())
                .isTrue();
        assertThat(Seen.by(Audiences.educationDesk(), packet).outcome(1)).isEqualTo(Outcome.WITHHOLD);
    }

    @Test
    void passesTheGatesInTheOrderOfTheNotes() {
        assertThat(Gate.forItems())
                .containsExactly(
                        Gate.QUARANTINE,
                        Gate.SILENT_CLASSES,
                        Gate.SAFETY,
                        Gate.HANDLING,
                        Gate.STATUTE,
                        Gate.MATRIX,
                        Gate.CONSENT,
                        Gate.MINIMISATION,
                        Gate.DUTY,
                        Gate.OBLIGATIONS);
    }

    @Test
    void passesTheRestToo() {
        Packets packet = Packets.refuge(Purpose.S47)
                .item(item(DataClass.HOUSING)
                        .on(LocalDate.of(2001, 1, 1))
                        .about(People.id(77), SubjectRole.THIRD_PARTY)
                        .handled(HandlingCondition.VERY_RESTRICTED, HandlingCondition.NO_ONWARD_SHARING)
                        .classified(uk.mashhub.model.vocabulary.Classification.SECRET))
                .act(Items.id(1), OwnerAct.Kind.HOLD, "");
        List<Gate> passed = Seen.by(Audiences.housingOfficer(), People.FATHER, packet.done(), Artefact.INFO_PRODUCT)
                .of(1)
                .ruleIds()
                .stream()
                .flatMap(id -> Policies.SHIPPED.book().rules().stream()
                        .filter(r -> r.id().equals(id))
                        .map(r -> r.gate())
                        .limit(1))
                .toList();
        assertThat(passed)
                .isSorted()
                .contains(
                        Gate.QUARANTINE,
                        Gate.SILENT_CLASSES,
                        Gate.SAFETY,
                        Gate.HANDLING,
                        Gate.MATRIX,
                        Gate.MINIMISATION,
                        Gate.OBLIGATIONS);
    }
}
