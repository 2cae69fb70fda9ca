package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A source says that one NHS number was superseded by another: the person is found under both, and nobody is asked for it. */
class SupersededNumbersTest {
    private final SmallHub hub = SmallHub.started();
    private final People family = People.family();
    private final NhsNumber old = People.number();
    private final NhsNumber now = People.number();

    private PacketPerson child(NhsNumber number) {
        return People.with(family.person("Maya", 2016, SubjectRole.INDEX_CHILD), number);
    }

    private EnquiryId refer(PacketPerson child) {
        return hub.refer(List.of(child), List.of());
    }

    private PersonDetails numbered(PersonIdentifier... numbers) {
        PersonDetails details = family.details("Maya", 2016);
        return new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                List.of(numbers),
                details.addresses(),
                details.telephones());
    }

    private void answers(EnquiryId enquiry, String source, PacketPerson asked, PersonIdentifier... numbers) {
        hub.answer(new Answer(
                hub.ask(enquiry, source),
                new SourceId(source),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(
                        SmallHub.keyOf(asked.id()), Set.of(SubjectRole.UNKNOWN), numbered(numbers), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private List<EnquiryFact.Waiting> waiting(EnquiryId enquiry) {
        return hub.in(() -> hub.ledger.look(enquiry).doubtfulLinks().toList());
    }

    private Optional<PersonDetails> known(PersonId person) {
        return hub.in(() -> Optional.ofNullable(hub.book.details(Set.of(person)).get(person)));
    }

    @Test
    void attachesALaterAnswerUnderTheNewNumberWithNobodyAsked() {
        PacketPerson asked = child(old);
        EnquiryId enquiry = refer(asked);
        answers(enquiry, "pds", asked, now, new SupersededNhsNumber(old.value()));
        assertThat(known(asked.id()).orElseThrow().identifiers())
                .containsExactly(now, new SupersededNhsNumber(old.value()));
        answers(enquiry, "hospital-encounters", asked, now);
        answers(enquiry, "cp-is", asked, old);
        assertThat(waiting(enquiry)).isEmpty();
    }

    @Test
    void asksAPersonWhereNoSourceHasSaidSo() {
        PacketPerson asked = child(old);
        EnquiryId enquiry = refer(asked);
        answers(enquiry, "pds", asked, now, old);
        answers(enquiry, "hospital-encounters", asked, now);
        assertThat(waiting(enquiry)).hasSize(2);
        assertThat(known(asked.id()).orElseThrow().identifiers()).containsExactly(old);
    }

    @Test
    void findsThePersonUnderTheNewNumberFromThenOn() {
        PacketPerson asked = child(old);
        EnquiryId enquiry = refer(asked);
        answers(enquiry, "pds", asked, now, new SupersededNhsNumber(old.value()));

        // Another name and birth date: only the number leads there.
        PacketPerson later = People.with(People.family().person("Otto", 2012, SubjectRole.INDEX_CHILD), now);
        assertThat(waiting(refer(later)))
                .extracting(EnquiryFact.Waiting::candidate)
                .containsExactly(asked.id());
    }

    @Test
    void findsWhoeverIsKnownUnderTheNewNumberAlreadyAndLeavesTheJoiningToAPerson() {
        PacketPerson before = child(now);
        EnquiryId other = refer(before);
        PacketPerson asked = child(old);
        EnquiryId enquiry = refer(asked);
        List<EnquiryFact.Waiting> atFirst = new ArrayList<>(waiting(enquiry));
        assertThat(atFirst).as("the numbers differ").isEmpty();
        answers(enquiry, "pds", asked, now, new SupersededNhsNumber(old.value()));

        assertThat(waiting(enquiry))
                .singleElement()
                .satisfies(w -> assertThat(w.why()).noneMatch(words -> words.contains("NHS number differs")))
                .extracting(EnquiryFact.Waiting::candidate)
                .isEqualTo(before.id());
        assertThat(hub.in(() -> hub.book.isSame(asked.id(), before.id()))).isFalse();
        assertThat(waiting(other)).isEmpty();
    }
}
