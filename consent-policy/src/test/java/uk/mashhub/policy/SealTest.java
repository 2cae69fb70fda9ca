package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.fact.ActsFor;

class SealTest {
    private static final Packets PACKET = Packets.ordinary(Purpose.S47)
            .item(Items.of(DataClass.CHILD_HEALTH)
                    .heldBy(Audiences.HEALTH, "hospital-encounters")
                    .about(People.CHILD, SubjectRole.INDEX_CHILD)
                    .field(FieldKind.OUTCOME, "Bruise on the arm"));

    private static SealedView view() {
        return Seen.by(Audiences.decisionMaker(), PACKET).decided().view();
    }

    @Test
    void opensWhatItSealedWithEverythingInPlace() {
        SealedView view = view();
        SealedView opened = Policies.ENGINE.unseal(view.bytes(), view.key());
        assertThat(opened.content()).isEqualTo(view.content());
        assertThat(opened.digest()).isEqualTo(view.digest());
        assertThat(opened.lines()).usingRecursiveComparison().isEqualTo(view.lines());
        assertThat(opened.key()).isEqualTo(view.key());
    }

    @Test
    void commitsToEveryLineStubAndStateAsPartOfTheContent() {
        SealedView view = view();
        String content = new String(view.content(), StandardCharsets.UTF_8);
        assertThat(view.lines()).hasSize(5);
        assertThat(view.lines()).allSatisfy(l -> assertThat(content).contains(new String(l, StandardCharsets.UTF_8)));
    }

    @Test
    void breaksOnEveryChangedByte() {
        SealedView view = view();
        byte[] stored = view.bytes();
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Policies.ENGINE.unseal(changed, view.key()))
                    .as("byte " + i)
                    .isInstanceOf(SealBroken.class);
        }
        for (int length : new int[] {0, 1, 40, 68, stored.length - 1}) {
            assertThatThrownBy(() -> Policies.ENGINE.unseal(Arrays.copyOf(stored, length), view.key()))
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void doesNotHoldForAnotherTeamOrPurpose() {
        SealedView view = view();
        ViewKey k = view.key();
        ViewKey otherTeam = new ViewKey(
                k.enquiry(),
                k.area(),
                new TeamId("housing-officers"),
                k.role(),
                k.perspective(),
                k.purpose(),
                k.artefact());
        ViewKey otherPurpose =
                new ViewKey(k.enquiry(), k.area(), k.team(), k.role(), k.perspective(), Purpose.S17, k.artefact());
        for (ViewKey other : new ViewKey[] {otherTeam, otherPurpose}) {
            assertThatThrownBy(() -> Policies.ENGINE.unseal(view.bytes(), other))
                    .isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void doesNotHoldUnderAnotherKeyAndRefusesShortKeys() {
        SealedView view = view();
        PolicyEngine stranger = new PolicyEngine(Policies.SHIPPED, Policies.key((byte) 8));
        assertThatThrownBy(() -> stranger.unseal(view.bytes(), view.key())).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> new PolicyEngine(Policies.SHIPPED, new byte[16]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotTakeAQuestionForAView() {
        SealedView view = view();
        SealedQuestion question = Policies.ENGINE.question(
                PACKET.done(),
                Audiences.HEALTH,
                uk.mashhub.model.vocabulary.Sector.HEALTH,
                new uk.mashhub.model.id.SourceId("pds"),
                new uk.mashhub.model.id.QuestionId(new java.util.UUID(1, 1)),
                Packets.AS_AT,
                p -> new uk.mashhub.model.id.PersonKey("k"));
        assertThatThrownBy(() -> Policies.ENGINE.unseal(question.bytes(), view.key()))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void givesOneDigestWhateverTheHandles() {
        Handles others = new Handles() {
            @Override
            public String line(ViewKey key, ItemId item) {
                return "other" + item.hashCode();
            }

            @Override
            public String person(ViewKey key, PersonId person) {
                return "else" + person.hashCode();
            }
        };
        SealedView other = Policies.ENGINE
                .view(
                        PACKET.done(),
                        new Readership(Audiences.decisionMaker(), People.CHILD, ActsFor.nobody()),
                        Artefact.INSIDE_RECORD,
                        others)
                .view();
        assertThat(other.digest()).isEqualTo(view().digest());
        assertThat(other.content()).isNotEqualTo(view().content());
    }

    @Test
    void canBeMadeByNobodyElse() {
        assertThat(SealedView.class.getDeclaredConstructors())
                .allSatisfy(c -> assertThat(Modifier.isPublic(c.getModifiers())).isFalse());
        assertThat(SealedQuestion.class.getDeclaredConstructors())
                .allSatisfy(c -> assertThat(Modifier.isPublic(c.getModifiers())).isFalse());
        assertThat(Modifier.isFinal(SealedView.class.getModifiers())).isTrue();
        assertThat(java.io.Serializable.class.isAssignableFrom(SealedView.class))
                .isFalse();
        assertThat(view().toString()).doesNotContain("Noor").doesNotContain("Bruise");
    }
}
