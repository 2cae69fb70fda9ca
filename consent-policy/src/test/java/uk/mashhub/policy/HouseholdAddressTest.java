package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.DataClass.LOCATION;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.STATUS;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;
import static uk.mashhub.model.vocabulary.SubjectRole.PARENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** A household's address stands only where a line that says it went through the gates to this reader (ruling 9). */
class HouseholdAddressTest {
    /** As households write it, and no line in these packets does: with a comma. */
    private static final String STANDS = "\"address\":\"1 Mill Lane, ZZ1 1AA\"";

    private static final String LIVES = "\"text\":\"Household\"";
    private static final String SAID = "1 Mill Lane ZZ1 1AA";

    private static Household home(PersonId... members) {
        return new Household(
                new HouseholdId(new UUID(0x42L, 1)),
                Optional.of(new Address(List.of("1 Mill Lane"), "ZZ1 1AA", Optional.empty())),
                Stream.of(members)
                        .map(m -> new HouseholdMember(m, Optional.empty(), Optional.empty()))
                        .toList());
    }

    /** Something that everybody in the room reads of the child, so that its source is known to them. */
    private static Packets known(Packets packet) {
        return packet.item(Items.of(INVOLVEMENT)
                .number(9)
                .heldBy(Audiences.COUNCIL, "council-cin")
                .about(People.CHILD, INDEX_CHILD)
                .field(STATUS, "Open"));
    }

    private static Items says(String address) {
        return Items.of(INVOLVEMENT).about(People.CHILD, INDEX_CHILD).field(ADDRESS, address);
    }

    private static String read(Audience by, Packets packet) {
        return Seen.by(by, packet).text();
    }

    @Test
    void standsWhereALineSaysIt() {
        Packets packet = known(Packets.ordinary(Purpose.S47)).household(home(People.CHILD, People.MOTHER));
        assertThat(read(Audiences.healthDesk(), packet)).contains(LIVES).doesNotContain("Mill Lane");
        packet.item(says(SAID));
        assertThat(read(Audiences.healthDesk(), packet)).contains(STANDS);
    }

    @Test
    void doesNotStandForAReaderFromWhomTheLineIsTakenOut() {
        Packets redacted = known(Packets.empty(Purpose.S47)
                        .person(People.noor(SafetyFlag.SAFE_ADDRESS))
                        .person(People.leila()))
                .household(home(People.CHILD, People.MOTHER))
                .item(says(SAID).about(People.MOTHER, PARENT));
        assertThat(read(Audiences.policeDesk(), redacted)).contains(STANDS);
        assertThat(read(Audiences.healthDesk(), redacted)).contains(LIVES).doesNotContain("Mill Lane");
        Packets withheld = known(Packets.empty(Purpose.S47)
                        .person(People.noor(SafetyFlag.PDS_RESTRICTED))
                        .person(People.leila()))
                .household(home(People.CHILD, People.MOTHER))
                .item(Items.of(LOCATION)
                        .heldBy(Audiences.HEALTH, "clinic")
                        .about(People.CHILD, INDEX_CHILD)
                        .field(ADDRESS, SAID));
        assertThat(read(Audiences.decisionMaker(), withheld)).contains(LIVES).doesNotContain("Mill Lane");
    }

    @Test
    void isNotSaidOfAHiddenMemberByALineAboutAnother() {
        Packets packet = known(Packets.empty(Purpose.S47)
                        .person(People.noor(SafetyFlag.SAFE_ADDRESS))
                        .person(People.karim()))
                .household(home(People.CHILD, People.FATHER))
                .item(Items.of(INVOLVEMENT).about(People.FATHER, PARENT).field(ADDRESS, SAID));
        assertThat(read(Audiences.healthDesk(), packet)).contains(SAID, LIVES).doesNotContain(STANDS);
    }

    @Test
    void isNotSaidByAnAddressThatOnlyEndsLikeIt() {
        Packets packet = known(Packets.ordinary(Purpose.S47))
                .household(home(People.CHILD, People.MOTHER))
                .item(says("11 Mill Lane ZZ1 1AA"));
        assertThat(read(Audiences.healthDesk(), packet))
                .contains("11 Mill Lane")
                .doesNotContain(STANDS);
    }
}
