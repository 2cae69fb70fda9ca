package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.EnquiryRow;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.enquiry.PacketHousehold;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.HouseholdId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.person.Household;
import uk.mashhub.model.person.HouseholdMember;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What a doubtful link makes of flags and households until somebody settles it (ruling 10). */
class DoubtfulLinksTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final SourceId SOURCE = new SourceId("police-records");
    private static final PersonId CHILD = new PersonId(new UUID(2, 1));
    private static final PersonId CANDIDATE = new PersonId(new UUID(2, 2));
    private static final PersonId MOTHER = new PersonId(new UUID(2, 3));
    private static final LinkId LINK = new LinkId(new UUID(3, 1));
    private static final PersonFlag SAFE =
            new PersonFlag(SafetyFlag.SAFE_ADDRESS, SOURCE, Optional.empty(), Optional.empty());
    private static final PersonDetails NOTHING =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());
    private static final Household HOME = new Household(
            new HouseholdId(new UUID(4, 1)), Optional.empty(), List.of(member(CANDIDATE), member(MOTHER)));

    private static HouseholdMember member(PersonId person) {
        return new HouseholdMember(person, Optional.empty(), Optional.empty());
    }

    private static EnquiryFact received() {
        return new EnquiryFact.Received(
                new ReferralId(new UUID(6, 1)),
                POLICE,
                SOURCE,
                new Referrer("", "", "", "", "", true, false),
                Set.of(),
                false,
                List.of(new PacketPerson(CHILD, Set.of(SubjectRole.INDEX_CHILD), NOTHING, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static EnquiryFact answered() {
        return new EnquiryFact.Answered(
                new QuestionId(new UUID(5, 1)),
                POLICE,
                SOURCE,
                Answer.Kind.ANSWERED,
                "",
                List.of(),
                List.of(new EnquiryFact.PersonFlags(CHILD, List.of(SAFE))),
                List.of(),
                List.of(new EnquiryFact.Waiting(LINK, CHILD, CANDIDATE, List.of())),
                List.of(),
                List.of(HOME),
                List.of(),
                List.of());
    }

    private static EnquiryFact settled(boolean same) {
        return new EnquiryFact.Acted(
                new ActId(new UUID(7, 1)),
                new UserId(new UUID(7, 2)),
                new TeamId("council-screening"),
                new AgencyId("exampleshire-council"),
                new Act.SettleLink(LINK, same, "We know her."));
    }

    private static Enquiry enquiry(EnquiryFact... facts) {
        List<Enquiry.Entry> entries = new ArrayList<>();
        for (EnquiryFact fact : facts) {
            entries.add(new Enquiry.Entry(entries.size(), AT, fact));
        }
        EnquiryRow row = new EnquiryRow(
                new EnquiryId(new UUID(1, 1)),
                new AreaCode("E10000099"),
                "MH-TEST-02",
                "ENQUIRING",
                "S17",
                "AMBER",
                AT,
                AT,
                1,
                Optional.empty());
        return new Enquiry(row, entries);
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
