package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A team that reads the father's packet in one enquiry is on his side in every other about the same people (ruling 4). */
class CaseWorkTest {
    private static final String DECIDED = "STRATEGY_DISCUSSION";

    private final SmallHub hub = SmallHub.started();
    private final SignedIn housing = hub.somebody("housing-officers");
    private final People family = People.family();

    private PacketPerson mother() {
        return family.person("Mona", 1990, SubjectRole.PARENT, SubjectRole.VICTIM);
    }

    private EnquiryId withTheFather() {
        PacketPerson mother = mother();
        PacketPerson father = family.person("Karl", 1987, SubjectRole.PARENT, SubjectRole.ALLEGED_PERPETRATOR);
        EnquiryId id = hub.refer(
                List.of(family.person("Maya", 2016, SubjectRole.INDEX_CHILD), mother, father),
                List.of(name(mother), name(father)));
        hub.ask(id, "housing-by-hand");
        return id;
    }

    /** The mother alone; of the father it says nothing. What was decided is for the protected side (PRT-12). */
    private EnquiryId withoutTheFather(PacketPerson mother) {
        PacketPerson child = family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
        EnquiryId id = hub.refer(List.of(child, mother), List.of(name(mother)));
        hub.act(
                hub.somebody("council-decision"),
                id,
                new Act.DecideChild(child.id(), Set.of(ThresholdOutcome.valueOf(DECIDED)), "Afraid.", "", 1));
        hub.ask(id, "housing-by-hand");
        return id;
    }

    private Item name(PacketPerson whose) {
        String name = whose.details().usualName().orElseThrow().full();
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r",
                new Subject(whose.id(), SubjectRole.PARENT),
                ItemLabels.fact(DataClass.IDENTITY),
                new ItemField(FieldKind.NAME, "Name", name));
    }

    private String readBy(SignedIn who, EnquiryId enquiry) {
        StringBuilder all = new StringBuilder();
        hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(who.team()))
                .map(ViewHead::id)
                .flatMap(id -> hub.door.open(who, id).stream())
                .forEach(v -> all.append(new String(v.content(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    /** On her own side she is named, and on his nobody is but him. */
    private static final String MOTHER = "Mona";

    @Test
    void readsOnTheMothersSideWhileNobodyElseIsRead() {
        assertThat(readBy(housing, withoutTheFather(mother()))).contains(MOTHER);
    }

    /** He is read in an enquiry about another child, whose council record names the mother: she is of nobody's roster. */
    private EnquiryId withTheFatherAlone() {
        PacketPerson father = family.person("Karl", 1987, SubjectRole.PARENT, SubjectRole.ALLEGED_PERPETRATOR);
        PacketPerson child = People.family().person("Otto", 2015, SubjectRole.INDEX_CHILD);
        return hub.refer(List.of(child, father), List.of(name(father)));
    }

    private void councilNamesTheMother(EnquiryId id) {
        QuestionId token = hub.ask(id, "council-cin");
        PersonKey asked = SmallHub.keyOf(hub.enquiries.peopleOf(id).get(0));
        PersonKey stranger = new PersonKey("stranger");
        hub.answer(new Answer(
                token,
                new SourceId("council-cin"),
                Answer.Kind.ANSWERED,
                "",
                List.of(new ContactPerson(stranger, Set.of(SubjectRole.UNKNOWN), mother().details(), List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(told(asked, stranger)),
                List.of()));
        assertThat(hub.enquiries.strangersOf(id)).hasSize(1);
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
                List.of(new ItemField(FieldKind.STATUS, "Status", "known")),
                List.of(),
                List.of());
    }

    @Test
    void readsOnTheFathersSideWhereOnlyASourceOfHisEnquiryNamesTheMother() {
        EnquiryId his = withTheFatherAlone();
        councilNamesTheMother(his);
        hub.ask(his, "housing-by-hand");
        EnquiryId hers = withoutTheFather(mother());
        assertThat(readBy(housing, hers)).doesNotContain(MOTHER);
        assertThat(readBy(hub.somebody("council-decision"), hers)).contains(DECIDED);
    }

    @Test
    void changesSidesAtOnceWhenHisEnquiryBeginsToNameHer() {
        EnquiryId hers = withoutTheFather(mother());
        EnquiryId his = withTheFatherAlone();
        hub.ask(his, "housing-by-hand");
        assertThat(readBy(housing, hers)).as("nothing joins them").contains(MOTHER);
        councilNamesTheMother(his);
        assertThat(readBy(housing, hers)).as("named last").doesNotContain(MOTHER);
    }

    @Test
    void changesSidesAtOnceWhenTheTeamBeginsToReadHimWhereSheIsNamed() {
        EnquiryId hers = withoutTheFather(mother());
        EnquiryId his = withTheFatherAlone();
        councilNamesTheMother(his);
        assertThat(readBy(housing, hers)).contains(MOTHER);
        hub.ask(his, "housing-by-hand");
        assertThat(readBy(housing, hers)).doesNotContain(MOTHER);
    }

    @Test
    void readsOnTheFathersSideWhereHeIsNotEvenNamed() {
        withTheFather();
        EnquiryId hers = withoutTheFather(mother());
        assertThat(readBy(housing, hers)).doesNotContain(MOTHER);
        assertThat(readBy(hub.somebody("council-decision"), hers)).contains(DECIDED);
    }

    @Test
    void changesSidesAtOnceWhenTheTeamBeginsToReadTheFathersPacket() {
        EnquiryId hers = withoutTheFather(mother());
        assertThat(readBy(housing, hers)).contains(MOTHER);
        withTheFather();
        assertThat(readBy(housing, hers)).doesNotContain(MOTHER);
    }
}
