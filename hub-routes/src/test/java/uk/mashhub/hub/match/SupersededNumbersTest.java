package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A person whose number was superseded is found under either number, and joined with nobody by it. */
class SupersededNumbersTest {
    private final SmallHub hub = SmallHub.started();
    private final People family = People.family();
    private final NhsNumber old = People.number();
    private final NhsNumber now = People.number();

    private PacketPerson child(NhsNumber number) {
        return People.with(family.person("Maya", 2016, SubjectRole.INDEX_CHILD), number);
    }

    private List<PersonId> candidates(EnquiryId enquiry) {
        return hub.in(() -> hub.ledger
                .lock(enquiry)
                .doubtfulLinks()
                .map(EnquiryFact.Waiting::candidate)
                .toList());
    }

    /** The council's record of who was asked about, under these numbers. */
    private void answer(EnquiryId enquiry, PacketPerson asked, NhsNumber... numbers) {
        PersonDetails known = asked.details();
        PersonDetails told = new PersonDetails(
                known.names(), known.birthDate(), known.sex(), List.of(numbers), known.addresses(), known.telephones());
        hub.answer(new Answer(
                hub.ask(enquiry, "council-cin"),
                new SourceId("council-cin"),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(SmallHub.keyOf(asked.id()), Set.of(SubjectRole.UNKNOWN), told, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(new SourceItem(
                        "record-1",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-01T10:00:00Z")),
                        EventTime.unknown(),
                        List.of(new SourceItem.SourceSubject(SmallHub.keyOf(asked.id()), SubjectRole.UNKNOWN)),
                        ItemLabels.fact(DataClass.INVOLVEMENT),
                        List.of(new ItemField(FieldKind.STATUS, "Status", "known")),
                        List.of(),
                        List.of())),
                List.of()));
    }

    @Test
    void findsWhoWasKnownUnderTheNewNumberAllAlong() {
        PacketPerson known = child(now);
        hub.refer(List.of(known), List.of());
        PacketPerson asked = child(old);
        EnquiryId enquiry = hub.refer(List.of(asked), List.of());
        assertThat(candidates(enquiry)).as("two numbers, two people").isEmpty();

        answer(enquiry, asked, now, old);

        assertThat(candidates(enquiry)).containsExactly(known.id());
        assertThat(hub.persons.same(asked.id())).as("nobody has settled it").isEmpty();
    }

    @Test
    void isFoundUnderTheNewNumberFromThenOn() {
        PacketPerson asked = child(old);
        EnquiryId enquiry = hub.refer(List.of(asked), List.of());
        answer(enquiry, asked, now, old);
        assertThat(candidates(hub.refer(List.of(child(now)), List.of()))).containsExactly(asked.id());
        assertThat(candidates(hub.refer(List.of(child(old)), List.of()))).contains(asked.id());
    }

    @Test
    void takesNoNumberFromASourceThatDoesNotTellTheOneItWasAskedWith() {
        PacketPerson asked = child(old);
        EnquiryId enquiry = hub.refer(List.of(asked), List.of());
        answer(enquiry, asked, now);
        assertThat(candidates(hub.refer(List.of(child(now)), List.of())))
                .as("the record that waits, and not the child")
                .doesNotContain(asked.id());
    }
}
