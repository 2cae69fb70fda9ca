package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Of the records under one number of one source at most one is live, however often the source tells of it. */
class SourceRecordTest {
    private static final SourceId SOURCE = new SourceId("police-records");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn sam = hub.somebody("council-screening");
    private final People family = People.family();
    private final LocalId number = new LocalId(SOURCE, People.number().value());

    private PacketPerson child() {
        return family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    }

    /** A record that the source takes for the child's, and is not sure. */
    private void answers(QuestionId token, PacketPerson asked, String given, String told) {
        PersonKey key = new PersonKey("record");
        PersonDetails details = family.details(given, 2016);
        hub.answer(new Answer(
                token,
                SOURCE,
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(
                        key,
                        Set.of(SubjectRole.UNKNOWN),
                        new PersonDetails(
                                details.names(),
                                details.birthDate(),
                                details.sex(),
                                List.of(number),
                                details.addresses(),
                                details.telephones()),
                        List.of())),
                List.of(new Answer.Candidate(key, SmallHub.keyOf(asked.id()))),
                List.of(),
                List.of(),
                List.of(new SourceItem(
                        told,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(hub.clock.instant()),
                        EventTime.unknown(),
                        List.of(new SourceItem.SourceSubject(key, SubjectRole.UNKNOWN)),
                        ItemLabels.fact(DataClass.INVOLVEMENT),
                        List.of(new ItemField(FieldKind.STATUS, "Status", told)),
                        List.of(),
                        List.of())),
                List.of()));
    }

    private List<EnquiryFact.Waiting> waiting(EnquiryId enquiry) {
        return hub.in(() -> hub.ledger.look(enquiry).doubtfulLinks().toList());
    }

    private String text(EnquiryId enquiry) {
        return hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(sam.team()))
                .flatMap(h -> hub.door.open(sam, h.id()).stream())
                .map(v -> new String(v.content(), StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }

    @Test
    void asksOnceAboutARecordThatTheSourceTellsOfAgain() {
        PacketPerson asked = child();
        EnquiryId enquiry = hub.refer(List.of(asked), List.of());
        answers(hub.ask(enquiry, SOURCE.value()), asked, "Mona", "first told");
        answers(hub.ask(enquiry, SOURCE.value()), asked, "Monique", "told later");
        PersonId record = waiting(enquiry).get(0).candidate();
        assertThat(waiting(enquiry)).hasSize(1);
        assertThat(hub.in(() -> hub.book.details(Set.of(record)).get(record)).names())
                .as("what was said last")
                .isEqualTo(family.details("Monique", 2016).names());
    }

    @Test
    void keepsWhatPeopleSaidOfARecordThatComesAgain() {
        for (boolean same : List.of(true, false)) {
            PacketPerson asked = child();
            EnquiryId enquiry = hub.refer(List.of(asked), List.of());
            answers(hub.ask(enquiry, SOURCE.value()), asked, "Mona", "first told");
            hub.act(sam, enquiry, new Act.SettleLink(waiting(enquiry).get(0).link(), same, "Seen."));
            hub.act(
                    hub.somebody("council-decision"),
                    enquiry,
                    new Act.SettleLink(waiting(enquiry).get(0).link(), same, "Seen."));
            answers(hub.ask(enquiry, SOURCE.value()), asked, "Mona", "told later");
            assertThat(text(enquiry).contains("told later")).isEqualTo(same);
            PersonId record = waiting(enquiry).get(0).candidate();
            assertThat(hub.in(() -> hub.book.isSame(asked.id(), record))).isEqualTo(same);
        }
    }

    /** Two enquiries are told of one record at once: whichever is the later knows of the earlier. */
    @Test
    void knowsARecordAgainInAnotherEnquiryEvenIfBothAreToldAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                List<EnquiryId> enquiries = new ArrayList<>();
                List<Future<?>> told = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    PacketPerson asked = People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD);
                    EnquiryId enquiry = hub.refer(List.of(asked), List.of());
                    QuestionId token = hub.ask(enquiry, SOURCE.value());
                    enquiries.add(enquiry);
                    told.add(threads.submit(() -> answers(token, asked, "Mona", "told")));
                }
                for (Future<?> one : told) {
                    one.get();
                }
                PersonId first = waiting(enquiries.get(0)).get(0).candidate();
                PersonId second = waiting(enquiries.get(1)).get(0).candidate();
                assertThat(second).isNotEqualTo(first);
                assertThat(hub.in(() -> hub.book.linked(first))).contains(second);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
