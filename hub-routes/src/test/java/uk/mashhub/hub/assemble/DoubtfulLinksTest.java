package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.CANDIDATE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.CHILD;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.POLICE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.SOURCE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.enquiry;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.received;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.settled;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** What a doubtful link makes of flags and households until somebody settles it (ruling 10). */
class DoubtfulLinksTest {
    private static final PersonId MOTHER = new PersonId(new UUID(2, 3));
    private static final PersonFlag SAFE =
            new PersonFlag(SafetyFlag.SAFE_ADDRESS, SOURCE, Optional.empty(), Optional.empty());
    private static final Household HOME = new Household(
            new HouseholdId(new UUID(4, 1)), Optional.empty(), List.of(member(CANDIDATE), member(MOTHER)));

    private static HouseholdMember member(PersonId person) {
        return new HouseholdMember(person, Optional.empty(), Optional.empty());
    }

    private static EnquiryFact answered() {
        return OneDoubtfulLink.answered(
                List.of(), List.of(new EnquiryFact.PersonFlags(CHILD, List.of(SAFE))), List.of(HOME), List.of());
    }

    private static PacketPerson child(TravellingFlags travelling, EnquiryFact... facts) {
        return new PeopleFolder()
                .fold(enquiry(facts), travelling).stream()
                        .filter(p -> p.id().equals(CHILD))
                        .findFirst()
                        .orElseThrow();
    }

    private static PacketHousehold home(EnquiryFact... facts) {
        return new Links(enquiry(facts)).told(POLICE, SOURCE, HOME);
    }

    private static List<PersonId> members(PacketHousehold told) {
        return told.household().members().stream().map(HouseholdMember::person).toList();
    }

    @Test
    void keepsACandidatesFlagApartFromThePersonsOwn() {
        PacketPerson waiting = child(TravellingFlags.none(), received(), answered());
        assertThat(waiting.flags()).isEmpty();
        assertThat(waiting.possibleFlags()).containsExactly(SAFE);
        PacketPerson same = child(TravellingFlags.none(), received(), answered(), settled(true));
        assertThat(same.flags()).containsExactly(SAFE);
        assertThat(same.possibleFlags()).isEmpty();
    }

    @Test
    void keepsAFlagThatTravelsOverADoubtfulLinkApartToo() {
        TravellingFlags possible = new TravellingFlags(Map.of(), Map.of(CHILD, List.of(SAFE)));
        assertThat(child(possible, received()).flags()).isEmpty();
        assertThat(child(possible, received()).possibleFlags()).containsExactly(SAFE);
        TravellingFlags own = new TravellingFlags(Map.of(CHILD, List.of(SAFE)), Map.of());
        assertThat(child(own, received()).flags()).containsExactly(SAFE);
        assertThat(child(own, received()).possibleFlags()).isEmpty();
    }

    @Test
    void countsACandidateToAHouseholdOnlyOnceTheyAreOne() {
        PacketHousehold waiting = home(received(), answered());
        assertThat(members(waiting)).containsExactly(MOTHER);
        assertThat(waiting.candidates()).containsExactly(CHILD);
        PacketHousehold same = home(received(), answered(), settled(true));
        assertThat(members(same)).containsExactly(CHILD, MOTHER);
        assertThat(same.candidates()).isEmpty();
        PacketHousehold apart = home(received(), answered(), settled(false));
        assertThat(members(apart)).containsExactly(MOTHER);
        assertThat(apart.candidates()).isEmpty();
    }
}
