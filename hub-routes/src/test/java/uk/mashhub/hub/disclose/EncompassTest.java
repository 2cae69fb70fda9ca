package uk.mashhub.hub.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A school's lead is told of a domestic-abuse incident in the closed form, once, and of nothing else. */
class EncompassTest extends EncompassRoom {
    @Test
    void tellsTheClosedFormAndNothingElseOnceTheLogProvesIt() {
        long before = outbox();
        long entries = logged("DISCLOSURE", "ENCOMPASS");
        proved(false);

        police(incident(occurrence, child, mother), account());

        assertThat(logged("DISCLOSURE", "ENCOMPASS")).isEqualTo(entries + 1);
        assertThat(left(before)).as("before the proof").isEmpty();
        proved(true);
        assertThat(left(before)).containsExactly(notice(""));
        assertThat(left(before)).as("sent once").hasSize(1);
        assertThat(outbox()).as("nothing else left").isEqualTo(before + 1);
    }

    @Test
    void tellsOnceOfEachIncidentAndChildHoweverOftenItComes() {
        long before = outbox();
        proved(true);
        PacketPerson brother = people.person("Rhys", 2014, SubjectRole.SIBLING);

        again(told(
                POLICE,
                "police-notifications",
                List.of(child, brother, mother),
                incident(occurrence, child, brother),
                incident(occurrence + "/2", child)));
        PacketPerson same = people.person("Ivy", 2018, SubjectRole.INDEX_CHILD);
        told(POLICE, "police-notifications", List.of(same), incident(occurrence, same));

        assertThat(left(before)).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void tellsNothingOfAnybodyElseOrFromAnybodyElse() {
        long before = outbox();
        proved(true);
        PacketPerson baby = people.person("Tom", 2025, SubjectRole.INDEX_CHILD);
        PacketPerson grown = people.person("Ann", 2007, SubjectRole.SIBLING);

        told(POLICE, "police-notifications", List.of(baby, grown, mother), incident(occurrence, baby, grown, mother));
        told(POLICE, "police-notifications", List.of(child, mother), incident(occurrence, mother));
        told(SCHOOLS, "school-form", List.of(child), incident(occurrence, child));

        assertThat(left(before)).isEmpty();
    }

    @Test
    void leavesEveryWordBehindWhereSomebodyHides() {
        long before = outbox();
        proved(true);
        PacketPerson hidden = flagged(mother, SafetyFlag.SAFE_ADDRESS);

        told(POLICE, "police-notifications", List.of(child, hidden), incident(occurrence, child, hidden), account());

        assertThat(left(before)).containsExactly(notice("Ring the police desk."));
    }

    @Test
    void sendsNothingThatPolicyKeepsWithoutASign() {
        long before = outbox();
        proved(true);
        PacketPerson unnamed = flagged(child, SafetyFlag.PROTECTED_PERSON);

        told(POLICE, "police-notifications", List.of(unnamed, mother), incident(occurrence, unnamed, mother));

        assertThat(left(before)).isEmpty();
    }

    @Test
    void sendsNothingWhileEitherAgencyHasStoppedSharing() {
        long before = outbox();
        proved(true);
        for (AgencyId agency : List.of(POLICE, SCHOOLS)) {
            say(agency, SharingStops.Kind.STOPPED);
            police(incident(occurrence, child, mother));
            say(agency, SharingStops.Kind.LIFTED);
        }

        assertThat(left(before)).isEmpty();
    }

    @Test
    void sendsNothingWithoutARuleThatAllowsItAndTheLogSaysSo() throws IOException {
        copyWithoutThePush();
        hub = new SmallHub(folder);
        long before = outbox();
        long refusals = logged("REFUSAL", "ENCOMPASS");
        proved(true);

        police(incident(occurrence, child, mother));

        assertThat(left(before)).isEmpty();
        assertThat(logged("REFUSAL", "ENCOMPASS")).isEqualTo(refusals + 1);
    }
}
