package uk.mashhub.hub.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.AT;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.CANDIDATE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.CHILD;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.POLICE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.SOURCE;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.answered;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.child;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.enquiry;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.received;
import static uk.mashhub.hub.assemble.OneDoubtfulLink.settled;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Provenance;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Of an undecided candidate's records nothing is in: no item, and nobody of whom only they tell (ruling 10). */
class CandidatesWaitTest {
    private static final PersonId STRANGER = new PersonId(new UUID(2, 3));
    private static final Item TOGETHER = new Item(
            new ItemId(new UUID(4, 1)),
            new Provenance(POLICE, Optional.empty(), SOURCE, "in-1", "1", Optional.empty(), Optional.empty(), AT),
            EventTime.unknown(),
            List.of(new Subject(CANDIDATE, SubjectRole.INDEX_CHILD), new Subject(STRANGER, SubjectRole.INDEX_CHILD)),
            ItemLabels.fact(DataClass.INVOLVEMENT),
            List.of(),
            List.of());

    private static final EnquiryFact.Answered ANSWERED =
            answered(List.of(child(STRANGER)), List.of(), List.of(), List.of(TOGETHER));

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
