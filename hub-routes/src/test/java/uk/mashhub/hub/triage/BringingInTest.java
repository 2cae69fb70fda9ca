package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.Packet;
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
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** The man of whom an answer speaks belongs to the enquiry once a decision maker says so, and until one says otherwise. */
class BringingInTest {
    private static final LocalDate BORN = LocalDate.of(1987, 3, 14);

    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final People family = People.family();
    private final PersonName karl = family.details("Karl", 1987).names().get(0);
    private final PacketPerson child = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final EnquiryId id = hub.refer(List.of(child), List.of());

    private Act.BringIn bringIn(SubjectRole... roles) {
        return new Act.BringIn(
                String.join(" ", karl.given()),
                karl.family(),
                Optional.of(BORN),
                Set.of(roles),
                "The council names him.");
    }

    private Packet packet() {
        return hub.packet(id);
    }

    private Optional<PersonId> man() {
        return packet().people().stream()
                .filter(p -> p.roles().contains(SubjectRole.ALLEGED_PERPETRATOR))
                .map(PacketPerson::id)
                .findFirst();
    }

    private String readBy(SignedIn who) {
        StringBuilder all = new StringBuilder();
        hub.views.headsOf(id).stream()
                .filter(h -> h.key().team().equals(who.team()))
                .map(ViewHead::id)
                .flatMap(view -> hub.door.open(who, view).stream())
                .forEach(v -> all.append(new String(v.content(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    /** The council's record tells of the child and of a man whom nobody asked about. */
    private void councilNamesHim() {
        QuestionId token = hub.ask(id, "council-cin");
        PersonKey stranger = new PersonKey("stranger");
        hub.answer(new Answer(
                token,
                new SourceId("council-cin"),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(
                        stranger, Set.of(SubjectRole.UNKNOWN), family.details("Karl", 1987), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(told(SmallHub.keyOf(child.id()), stranger)),
                List.of()));
    }

    private static SourceItem told(PersonKey... about) {
        return new SourceItem(
                "record-1",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-10-01T10:00:00Z")),
                EventTime.unknown(),
                Stream.of(about)
                        .map(k -> new SourceItem.SourceSubject(k, SubjectRole.UNKNOWN))
                        .toList(),
                ItemLabels.fact(DataClass.INVOLVEMENT),
                List.of(new ItemField(FieldKind.STATUS, "Status", "known to the team")),
                List.of(),
                List.of());
    }

    private boolean saidOf(PersonId person) {
        return packet().items().stream()
                .filter(i -> i.provenance().source().equals(new SourceId("council-cin")))
                .anyMatch(i -> i.subjects().stream().anyMatch(s -> s.person().equals(person)));
    }

    @Test
    void nobodyJoinsBecauseASourceNamesThemAndADecisionMakerMayBringThemInAndOutAgain() {
        councilNamesHim();
        assertThat(readBy(dana)).contains("known to the team").doesNotContain("Karl");
        assertThat(hub.act(dana, id, bringIn(SubjectRole.ALLEGED_PERPETRATOR, SubjectRole.PARENT)))
                .isEmpty();
        PersonId man = man().orElseThrow();
        assertThat(readBy(dana)).contains("Karl", "1987-03-14");
        assertThat(hub.enquiries.peopleOf(id)).contains(man);
        assertThat(hub.queue(hub.somebody("housing-officers")))
                .as("nobody has asked housing yet")
                .noneMatch(q -> q.enquiry().equals(id));
        hub.ask(id, "housing-by-hand");
        assertThat(readBy(hub.somebody("housing-officers"))).contains("Karl");

        assertThat(hub.act(dana, id, new Act.TakeOut(man, "Another man."))).isEmpty();

        assertThat(readBy(dana)).contains("known to the team").doesNotContain("Karl", "1987-03-14");
        assertThat(readBy(hub.somebody("housing-officers"))).isEmpty();
        assertThat(hub.enquiries.peopleOf(id)).containsExactly(child.id());
    }

    @Test
    void whatASourceHoldsOfThemWaitsForAPersonAndGoesWithThem() {
        councilNamesHim();
        hub.act(dana, id, bringIn(SubjectRole.ALLEGED_PERPETRATOR));
        PersonId man = man().orElseThrow();
        assertThat(saidOf(man)).as("before anybody says that they are one").isFalse();
        assertThat(saidOf(child.id())).isTrue();
        EnquiryFact.Waiting link = hub.in(() -> hub.ledger
                .lock(id)
                .doubtfulLinks()
                .filter(w -> w.person().equals(man))
                .findFirst()
                .orElseThrow());
        hub.act(dana, id, new Act.SettleLink(link.link(), true, "The same man."));
        assertThat(saidOf(man)).isTrue();

        hub.act(dana, id, new Act.TakeOut(man, "Another man."));

        assertThat(saidOf(man)).isFalse();
        assertThat(saidOf(child.id())).isTrue();
        assertThat(man()).isEmpty();
    }

    @Test
    void isForDecisionMakersAndForThoseWhoCanBeBroughtIn() {
        SignedIn sam = hub.somebody("council-screening");
        assertThat(hub.act(sam, id, bringIn(SubjectRole.PARENT))).isPresent();
        assertThat(hub.act(dana, id, bringIn(SubjectRole.INDEX_CHILD))).isPresent();
        assertThat(hub.act(dana, id, bringIn())).isPresent();
        LocalDate tomorrow = LocalDate.ofInstant(
                        hub.clock.instant(), hub.area.calendar().zone())
                .plusDays(1);
        assertThat(hub.act(
                        dana, id, new Act.BringIn("Karl", "X", Optional.of(tomorrow), Set.of(SubjectRole.PARENT), "r")))
                .isPresent();
        assertThat(hub.act(dana, id, new Act.BringIn("", "X", Optional.empty(), Set.of(SubjectRole.PARENT), "r")))
                .isPresent();
        assertThat(hub.act(dana, id, new Act.TakeOut(child.id(), "r")))
                .as("whom the referral named")
                .isPresent();
        assertThat(packet().people()).hasSize(1);
        assertThat(hub.act(dana, id, bringIn(SubjectRole.PARENT))).isEmpty();
        assertThat(packet().people()).hasSize(2);
    }
}
