package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.model.vocabulary.DataClass.INVOLVEMENT;
import static uk.mashhub.model.vocabulary.DataClass.LOCATION;
import static uk.mashhub.model.vocabulary.FieldKind.ADDRESS;
import static uk.mashhub.model.vocabulary.FieldKind.STATUS;
import static uk.mashhub.model.vocabulary.SubjectRole.INDEX_CHILD;

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

/** Households say who told of them, shelter over doubtful links, and warn over settled ones only (rulings 10 and 11). */
class HouseholdsTest {
    private static final String LIVES = "\"text\":\"Household\"";

    private static Household of(PersonId... members) {
        return new Household(
                new HouseholdId(new UUID(0x40L, 1)),
                Optional.empty(),
                Stream.of(members)
                        .map(m -> new HouseholdMember(m, Optional.empty(), Optional.empty()))
                        .toList());
    }

    private static Packets clinic(boolean confidential) {
        Items item = Items.of(INVOLVEMENT)
                .heldBy(Audiences.HEALTH, "clinic")
                .about(People.CHILD, INDEX_CHILD)
                .field(STATUS, "Known to a clinic");
        return Packets.ordinary(Purpose.S17)
                .item(confidential ? item.confidential() : item)
                .household(Audiences.HEALTH, "clinic", of(People.CHILD, People.MOTHER));
    }

    @Test
    void tellsNobodyOfAHouseholdWhoseSourceTheyMayNotKnowOf() {
        assertThat(Seen.by(Audiences.decisionMaker(), clinic(false)).text()).contains(LIVES);
        Seen silent = Seen.by(Audiences.decisionMaker(), clinic(true));
        assertThat(silent.outcome(1)).isEqualTo(Outcome.SILENT);
        assertThat(silent.text()).doesNotContain(LIVES);
        assertThat(Seen.by(Audiences.healthDesk(), clinic(true)).text()).contains(LIVES);
    }

    @Test
    void sheltersWhomAnUndecidedMemberMayBe() {
        Packets packet = Packets.empty(Purpose.S47)
                .person(People.noor())
                .person(People.leila(SafetyFlag.SAFE_ADDRESS))
                .item(Items.of(LOCATION).about(People.CHILD, INDEX_CHILD).field(ADDRESS, "77 Hidden Lane"));
        assertThat(Seen.by(Audiences.healthDesk(), packet).text()).contains("Hidden Lane");
        packet.household(Audiences.HEALTH, "clinic", of(People.MOTHER), People.CHILD);
        assertThat(Seen.by(Audiences.healthDesk(), packet).text()).doesNotContain("Hidden Lane");
    }

    private static Packets flagged(boolean settled) {
        PacketPerson noor = People.noor(SafetyFlag.PDS_RESTRICTED);
        PacketPerson child =
                settled ? noor : new PacketPerson(noor.id(), noor.roles(), noor.details(), List.of(), noor.flags());
        return Packets.empty(Purpose.S47)
                .person(child)
                .item(Items.of(INVOLVEMENT)
                        .about(People.CHILD, INDEX_CHILD)
                        .field(STATUS, "Open")
                        .field(ADDRESS, "77 Hidden Lane"));
    }

    @Test
    void restrictsForACandidatesFlagWithoutBannerOrReason() {
        assertThat(Seen.by(Audiences.decisionMaker(), flagged(true)).text())
                .doesNotContain("Hidden Lane")
                .contains("SAFE_ADDRESS", "The NHS restricts");
        assertThat(Seen.by(Audiences.decisionMaker(), flagged(false)).text())
                .doesNotContain("Hidden Lane")
                .doesNotContain("SAFE_ADDRESS")
                .doesNotContain("restrict")
                .contains("Open");
    }
}
