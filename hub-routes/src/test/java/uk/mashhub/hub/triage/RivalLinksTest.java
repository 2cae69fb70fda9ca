package uk.mashhub.hub.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A record that may be of either of two sisters is of one of them at most. */
class RivalLinksTest {
    private static final PersonKey RECORD = new PersonKey("record");
    private static final SourceId CENSUS = new SourceId("council-cin");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn dana = hub.somebody("council-decision");
    private final People family = People.family();
    private final PacketPerson maya = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    private final PacketPerson tessa = family.person("Tessa", 2012, SubjectRole.SIBLING);
    private final EnquiryId id = hub.refer(List.of(maya, tessa), List.of());

    private void theCensusHasOneRecord() {
        QuestionId token = hub.ask(id, CENSUS.value());
        hub.answer(new Answer(
                token,
                CENSUS,
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(RECORD, Set.of(SubjectRole.UNKNOWN), family.details("M", 2016), List.of())),
                List.of(
                        new Answer.Candidate(RECORD, SmallHub.keyOf(maya.id())),
                        new Answer.Candidate(RECORD, SmallHub.keyOf(tessa.id()))),
                List.of(),
                List.of(),
                List.of(new SourceItem(
                        "record-1",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-01T10:00:00Z")),
                        EventTime.unknown(),
                        List.of(new SourceItem.SourceSubject(RECORD, SubjectRole.UNKNOWN)),
                        ItemLabels.fact(DataClass.INVOLVEMENT),
                        List.of(new ItemField(FieldKind.STATUS, "Status", "known")),
                        List.of(),
                        List.of())),
                List.of()));
    }

    private EnquiryFact.Waiting link(PacketPerson person) {
        return hub.in(() -> hub.ledger
                .lock(id)
                .facts(EnquiryFact.Answered.class)
                .flatMap(a -> a.waiting().stream())
                .filter(w -> w.person().equals(person.id()))
                .findFirst()
                .orElseThrow());
    }

    private void isOf(PacketPerson person) {
        assertThat(hub.act(dana, id, new Act.SettleLink(link(person).link(), true, "By her photograph.")))
                .isEmpty();
    }

    private Set<PersonId> told() {
        return hub.packet(id).items().stream()
                .filter(i -> i.provenance().source().equals(CENSUS))
                .flatMap(i -> i.subjects().stream())
                .map(s -> s.person())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void settlingItAsOneSettlesItAsNotTheOther() {
        theCensusHasOneRecord();
        LinkId toMaya = link(maya).link();
        LinkId toTessa = link(tessa).link();
        isOf(maya);
        assertThat(hub.in(() -> hub.ledger.lock(id).settledLinks())).isEqualTo(Map.of(toMaya, true, toTessa, false));
        assertThat(told()).containsExactly(maya.id());
        assertThat(hub.persons.same(tessa.id())).isEmpty();
        assertThat(hub.persons.linked(tessa.id())).doesNotContain(link(tessa).candidate());

        isOf(tessa);

        assertThat(hub.in(() -> hub.ledger.lock(id).settledLinks())).isEqualTo(Map.of(toMaya, false, toTessa, true));
        assertThat(told()).containsExactly(tessa.id());
        assertThat(hub.persons.same(maya.id())).isEmpty();
        assertThat(hub.in(() ->
                        hub.ledger.lock(id).facts(EnquiryFact.LinkUndone.class).toList()))
                .as("who was shown what was wrong is to be told")
                .extracting(EnquiryFact.LinkUndone::link)
                .containsExactly(toMaya);
    }

    private void isNotOf(PacketPerson person) {
        assertThat(hub.act(dana, id, new Act.SettleLink(link(person).link(), false, "It was a mistake.")))
                .isEmpty();
    }

    /** What nobody said of the other himself was only settled with it: restrictions travel again (ruling 10). */
    @Test
    void undoingItLeavesItOpenWhetherItIsTheOther() {
        theCensusHasOneRecord();
        LinkId toMaya = link(maya).link();
        isOf(maya);

        isNotOf(maya);

        assertThat(hub.in(() -> hub.ledger.lock(id).settledLinks())).isEqualTo(Map.of(toMaya, false));
        assertThat(hub.persons.linked(tessa.id())).contains(link(tessa).candidate());
        assertThat(hub.persons.linked(maya.id())).doesNotContain(link(maya).candidate());
        assertThat(told()).isEmpty();
    }

    @Test
    void undoingItOpensNothingOfWhichSomebodySaidNo() {
        theCensusHasOneRecord();
        isNotOf(tessa);
        isOf(maya);

        isNotOf(maya);

        assertThat(hub.persons.linked(tessa.id())).doesNotContain(link(tessa).candidate());
    }
}
