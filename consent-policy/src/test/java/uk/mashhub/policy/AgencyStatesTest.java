package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.model.enquiry.SourceState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Ruling 11: agency states are decided like items. */
class AgencyStatesTest {

    private static Packets health(SourceState... states) {
        String[] sources = {"cp-is", "hospital-encounters", "pds"};
        List<uk.mashhub.model.enquiry.SourceStatus> statuses = new java.util.ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            statuses.add(Packets.status(sources[i], states[i]));
        }
        return Packets.ordinary(Purpose.S47)
                .agency(new AgencyStatus(
                        Audiences.HEALTH, "Exampleshire NHS", Sector.HEALTH, "Nurse 020 7946 0300", statuses));
    }

    private static Items encounter() {
        return Items.of(DataClass.CHILD_HEALTH)
                .heldBy(Audiences.HEALTH, "hospital-encounters")
                .about(People.CHILD, SubjectRole.INDEX_CHILD)
                .field(FieldKind.OUTCOME, "Seen");
    }

    private static String read(Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet).text();
    }

    @Test
    void saysTheSameOfNoRecordAndOfRecordsThatLeaveNoSign() {
        Packets silent = health(SourceState.ANSWERED, SourceState.ANSWERED)
                .item(encounter().statute(StatuteFlag.ADOPTION));
        Packets nothing = health(SourceState.NO_RECORD, SourceState.NO_RECORD);
        assertThat(read(silent)).isEqualTo(read(nothing)).contains("answered, nothing for this team");
        assertThat(Seen.by(Audiences.decisionMaker(), silent).decided().view().digest())
                .isEqualTo(Seen.by(Audiences.decisionMaker(), nothing)
                        .decided()
                        .view()
                        .digest());
    }

    @Test
    void saysWhenAnAnswerCame() {
        assertThat(read(health(SourceState.NO_RECORD, SourceState.ANSWERED).item(encounter())))
                .contains("\"text\":\"answered 10:40\"");
    }

    @Test
    void saysWhichSourceOfAnAgencyIsMissing() {
        assertThat(read(health(SourceState.UNAVAILABLE, SourceState.ANSWERED, SourceState.NO_RECORD)
                        .item(encounter())))
                .contains("answered in part: cp is unavailable since 10:40, hospital encounters yes,"
                        + " pds nothing for this team")
                .contains("\"state\":\"IN_PART\"");
    }

    @Test
    void saysWhatIsStillAskedRefusedOrNotAsked() {
        assertThat(read(health(SourceState.ASKED))).contains("\"text\":\"asked, due 14:00\"");
        assertThat(read(health(SourceState.UNAVAILABLE))).contains("\"text\":\"unavailable since 10:40\"");
        assertThat(read(health(SourceState.REFUSED))).contains("\"text\":\"refused; ring Nurse 020 7946 0300\"");
        assertThat(read(health(SourceState.NOT_ASKED))).contains("\"text\":\"not asked\"");
        assertThat(read(health())).contains("not asked: it has no system that is asked");
    }

    @Test
    void namesWhatIsNotAnsweredAsAGap() {
        assertThat(read(health(SourceState.ASKED))).contains("\"gaps\":[\"Exampleshire NHS: asked, due 14:00\"");
    }
}
