package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.HOUSING;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.STATUS;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** A flag that only may be somebody's restricts and opens nothing, and no reader is told of it (ruling 10). */
class DoubtfulFlagsTest {
    private static final String REASON = "The NHS restricts";

    /** The same person with the flags over links that nobody has settled. */
    private static PacketPerson doubted(PacketPerson person) {
        return new PacketPerson(person.id(), person.roles(), person.details(), List.of(), person.flags());
    }

    private static Household home(PersonId... members) {
        return new Household(
                new HouseholdId(new UUID(0x41L, 1)),
                Optional.empty(),
                Stream.of(members)
                        .map(m -> new HouseholdMember(m, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private static Packets restricted(PacketPerson child, PacketPerson mother) {
        return Packets.empty(Purpose.S47)
                .person(child)
                .person(mother)
                .item(Items.of(INVOLVEMENT)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(STATUS, "Open")
                        .field(ADDRESS, "77 Hidden Lane"))
                .item(Items.of(INVOLVEMENT)
                        .number(2)
                        .about(People.MOTHER, PARENT)
                        .field(STATUS, "Closed")
                        .field(ADDRESS, "78 Hidden Lane"));
    }

    private static String read(Packets packet) {
        return Seen.by(Audiences.decisionMaker(), packet).text();
    }

    private static int reasons(Packets packet) {
        return read(packet).split(REASON, -1).length - 1;
    }

    @Test
    void leavesTheReasonOfASettledFlagToItsOwnLines() {
        PacketPerson child = People.noor(SafetyFlag.PDS_RESTRICTED);
        PacketPerson mother = People.leila(SafetyFlag.PDS_RESTRICTED);
        assertThat(reasons(restricted(child, mother))).isEqualTo(2);
        assertThat(reasons(restricted(child, doubted(mother)))).isEqualTo(1);
        assertThat(reasons(restricted(doubted(child), doubted(mother)))).isZero();
        assertThat(read(restricted(child, doubted(mother)))).doesNotContain("Hidden Lane");
    }

    @Test
    void givesNoReasonWhereSomebodyOnlyMayLiveWithAHiddenPerson() {
        PacketPerson child = People.noor(SafetyFlag.PDS_RESTRICTED);
        Packets may = restricted(child, People.leila())
                .household(Audiences.COUNCIL, "council-cin", home(People.CHILD), People.MOTHER);
        assertThat(read(may)).doesNotContain("Hidden Lane");
        assertThat(reasons(may)).isEqualTo(1);
        Packets does = restricted(child, People.leila()).household(home(People.CHILD, People.MOTHER));
        assertThat(reasons(does)).isEqualTo(2);
    }

    @Test
    void takesNobodysShelterAway() {
        Packets packet = restricted(
                        People.noor(SafetyFlag.SAFE_ADDRESS), doubted(People.leila(SafetyFlag.PERPETRATOR_LINKED)))
                .household(home(People.CHILD, People.MOTHER));
        assertThat(Seen.by(Audiences.healthDesk(), packet).text()).doesNotContain("78 Hidden Lane");
    }

    @Test
    void warnsStaffAtOnceOfARiskToThem() {
        Packets packet = Packets.empty(Purpose.S47).person(doubted(People.noor(SafetyFlag.RISK_TO_STAFF)));
        assertThat(Seen.by(Audiences.decisionMaker(), packet).text()).contains("RISK_TO_STAFF");
    }

    @Test
    void opensNothingThatARiskToStaffWould() {
        assertThat(housing(People.leila(SafetyFlag.RISK_TO_STAFF))).isEqualTo(Outcome.SHOW);
        assertThat(housing(doubted(People.leila(SafetyFlag.RISK_TO_STAFF)))).isEqualTo(Outcome.EXISTS);
    }

    private static Outcome housing(PacketPerson mother) {
        Packets packet = Packets.empty(Purpose.S47)
                .person(People.noor())
                .person(mother)
                .item(Items.of(HOUSING).about(People.MOTHER, PARENT).field(STATUS, "Tenant"));
        return Seen.by(Audiences.healthDesk(), packet).outcome(1);
    }
}
