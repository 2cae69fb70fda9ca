package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Of an undecided candidate's records nothing is in: no item, and nobody of whom only they tell (ruling 10). */
class CandidatesWaitTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final EnquiryId ENQUIRY = new EnquiryId(new UUID(1, 1));
    private static final AgencyId POLICE = new AgencyId("exampleshire-police");
    private static final SourceId SOURCE = new SourceId("police-records");
    private static final PersonId CHILD = new PersonId(new UUID(2, 1));
    private static final PersonId CANDIDATE = new PersonId(new UUID(2, 2));
    private static final PersonId STRANGER = new PersonId(new UUID(2, 3));
    private static final LinkId LINK = new LinkId(new UUID(3, 1));
    private static final PersonDetails NOTHING =
            new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of());

    private static PacketPerson child(PersonId id) {
        return new PacketPerson(id, Set.of(SubjectRole.INDEX_CHILD), NOTHING, List.of());
    }

    private static final Item TOGETHER = new Item(
            new ItemId(new UUID(4, 1)),
            new Provenance(POLICE, Optional.empty(), SOURCE, "in-1", "1", Optional.empty(), Optional.empty(), AT),
            EventTime.unknown(),
            List.of(new Subject(CANDIDATE, SubjectRole.INDEX_CHILD), new Subject(STRANGER, SubjectRole.INDEX_CHILD)),
            ItemLabels.fact(DataClass.INVOLVEMENT),
            List.of(),
            List.of());

    private static final EnquiryFact.Answered ANSWERED = new EnquiryFact.Answered(
            new QuestionId(new UUID(5, 1)),
            POLICE,
            SOURCE,
            Answer.Kind.ANSWERED,
            "",
            List.of(child(STRANGER)),
            List.of(),
            List.of(),
            List.of(new EnquiryFact.Waiting(LINK, CHILD, CANDIDATE, List.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of(TOGETHER));

    private static EnquiryFact received() {
        return new EnquiryFact.Received(
                new ReferralId(new UUID(6, 1)),
                POLICE,
                SOURCE,
                new Referrer("", "", "", "", "", true, false),
                Set.of(),
                false,
                List.of(child(CHILD)),
                List.of(),
                List.of(),
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
                ENQUIRY,
                new AreaCode("E10000099"),
                "MH-TEST-01",
                "ENQUIRING",
                "S17",
                "AMBER",
                AT,
                AT,
                1,
                Optional.empty());
        return new Enquiry(row, entries);
    }

    private static List<PersonId> people(Enquiry enquiry) {
        return new PeopleFolder()
                .fold(enquiry, TravellingFlags.none()).stream()
                        .map(PacketPerson::id)
                        .toList();
    }

    @Test
    void keepsTheItemAndTheStrangerOutUntilTheLinkIsSettled() {
        Enquiry enquiry = enquiry(received(), ANSWERED);
        assertThat(new Links(enquiry).settled(List.of(TOGETHER))).isEmpty();
        assertThat(people(enquiry)).containsExactly(CHILD);
    }

    @Test
    void letsBothInOnceTheyAreOne() {
        Enquiry enquiry = enquiry(received(), ANSWERED, settled(true));
        assertThat(new Links(enquiry).settled(List.of(TOGETHER)))
                .flatExtracting(Item::subjects)
                .extracting(Subject::person)
                .containsExactly(CHILD, STRANGER);
        assertThat(people(enquiry)).containsExactly(CHILD, STRANGER);
    }

    @Test
    void keepsBothOutForGoodWhereTheyAreNot() {
        Enquiry enquiry = enquiry(received(), ANSWERED, settled(false));
        assertThat(new Links(enquiry).settled(List.of(TOGETHER))).isEmpty();
        assertThat(people(enquiry)).containsExactly(CHILD);
    }
}
