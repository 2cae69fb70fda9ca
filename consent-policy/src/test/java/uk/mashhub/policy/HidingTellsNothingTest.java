package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.fact.ActsFor;

/** The perpetrator's side reads the same bytes on the day before the mother flees and on the day after. */
class HidingTellsNothingTest {
    private static final int SEEDS = 300;
    private static final ActsFor BOTH = ActsFor.exactly(Set.of(People.MOTHER, People.FATHER));

    @Test
    void givesTheAccusedsOfficerTheSameBytesWhetherAnybodyHidesOrNot() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            RandomPackets random = new RandomPackets(seed);
            Packet before = accused(random.packet().done());
            SafetyFlag flag = random.one(
                    new SafetyFlag[] {SafetyFlag.SAFE_ADDRESS, SafetyFlag.PDS_RESTRICTED, SafetyFlag.UNKNOWN});
            Packet after = hiding(before, flag);
            Artefact artefact = random.one(new Artefact[] {Artefact.INSIDE_RECORD, Artefact.INFO_PRODUCT});
            for (PersonId whose : List.of(People.FATHER, People.MOTHER)) {
                Readership reader = new Readership(Audiences.housingOfficer(), whose, BOTH);
                assertThat(bytes(after, reader, artefact))
                        .as("seed %d, %s", seed, flag)
                        .isEqualTo(bytes(before, reader, artefact));
            }
        }
    }

    private static String bytes(Packet packet, Readership reader, Artefact artefact) {
        DecidedView view = Policies.ENGINE.view(packet, reader, artefact, Policies.HANDLES);
        return new Seen(view).text() + view.view().digest();
    }

    private static Packet accused(Packet packet) {
        return RandomPackets.withPeople(
                packet,
                packet.people().stream()
                        .map(p -> p.id().equals(People.FATHER) ? People.karim() : unflagged(p))
                        .toList());
    }

    private static PacketPerson unflagged(PacketPerson person) {
        return new PacketPerson(person.id(), person.roles(), person.details(), List.of());
    }

    private static Packet hiding(Packet packet, SafetyFlag flag) {
        return RandomPackets.withPeople(
                packet,
                packet.people().stream()
                        .map(p -> Set.of(People.MOTHER, People.CHILD).contains(p.id())
                                ? new PacketPerson(p.id(), p.roles(), p.details(), List.of(People.flag(flag)))
                                : p)
                        .toList());
    }
}
