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
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.match.Weight;
import uk.mashhub.match.weight.ModelFile;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.contact.ContactPerson;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.ViewId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Restrictions travel over possible links, facts over certain ones, and what joins people can be undone (ruling 10, law 11). */
class PeopleAcrossEnquiriesTest {
    private static final PersonKey OTHER = new PersonKey("other");

    private final SmallHub hub = SmallHub.started();
    private final SignedIn sam = hub.somebody("council-screening");
    private final People family = People.family();

    private PacketPerson child() {
        return family.person("Maya", 2016, SubjectRole.INDEX_CHILD);
    }

    private EnquiryId refer(PacketPerson... people) {
        return hub.refer(List.of(people), List.of());
    }

    private List<DoubtfulLinks.DoubtfulLink> links(EnquiryId enquiry) {
        return hub.links.of(sam, hub.area, hub.area.team(sam.team()).orElseThrow(), view(enquiry));
    }

    private LoggedView view(EnquiryId enquiry) {
        return hub.views.headsOf(enquiry).stream()
                .filter(h -> h.key().team().equals(sam.team()))
                .map(ViewHead::id)
                .findFirst()
                .flatMap(id -> hub.door.open(sam, id))
                .orElseThrow();
    }

    private String text(EnquiryId enquiry) {
        return new String(view(enquiry).content(), StandardCharsets.UTF_8);
    }

    private Set<SafetyFlag> flags(PersonId person) {
        return hub.in(() -> {
            TravellingFlags travelling = hub.book.travelling(List.of(person));
            return Stream.concat(travelling.settled(person).stream(), travelling.possible(person).stream())
                    .map(PersonFlag::flag)
                    .collect(java.util.stream.Collectors.toSet());
        });
    }

    private static ItemLabels under(StatuteFlag... statutes) {
        ItemLabels fact = ItemLabels.fact(DataClass.INVOLVEMENT);
        return new ItemLabels(
                fact.dataClass(),
                fact.nature(),
                fact.grade(),
                fact.regime(),
                fact.classification(),
                fact.confidential(),
                fact.handling(),
                Set.of(statutes));
    }

    private Item itemAbout(PersonId person, ItemLabels labels) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                "r",
                new Subject(person, SubjectRole.INDEX_CHILD),
                labels,
                new ItemField(FieldKind.STATUS, "Status", "known"));
    }

    private static SourceItem told(String words, ItemLabels labels, PersonKey... about) {
        return new SourceItem(
                "record-1",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-10-01T10:00:00Z")),
                EventTime.unknown(),
                java.util.Arrays.stream(about)
                        .map(k -> new SourceItem.SourceSubject(k, SubjectRole.UNKNOWN))
                        .toList(),
                labels,
                List.of(new ItemField(FieldKind.STATUS, "Status", words)),
                List.of(),
                List.of());
    }

    private void answer(QuestionId token, List<ContactPerson> people, SourceItem item) {
        hub.answer(new Answer(
                token,
                new SourceId("council-cin"),
                Answer.Kind.ANSWERED,
                "",
                people,
                List.of(),
                List.of(),
                List.of(),
                List.of(item),
                List.of()));
    }

    private ContactPerson answered(PersonKey key, String given, int born, SafetyFlag... flags) {
        return new ContactPerson(
                key,
                Set.of(SubjectRole.UNKNOWN),
                family.details(given, born),
                java.util.Arrays.stream(flags).map(People::flag).toList());
    }

    private static ContactPerson certainly(PacketPerson asked) {
        return new ContactPerson(SmallHub.keyOf(asked.id()), Set.of(SubjectRole.UNKNOWN), asked.details(), List.of());
    }

    @Test
    void keepsAPersonWhomAStatuteRestrictsOffTheStewardsListAndLetsTheirFlagsTravel() {
        PacketPerson known = People.with(child(), SafetyFlag.SAFE_ADDRESS);
        hub.refer(List.of(known), List.of(itemAbout(known.id(), under(StatuteFlag.ADOPTION))));
        PacketPerson now = child();
        EnquiryId second = refer(now);
        assertThat(links(second)).isEmpty();
        assertThat(flags(now.id())).contains(SafetyFlag.SAFE_ADDRESS);

        PacketPerson ordinary = People.family().person("Owen", 2014, SubjectRole.INDEX_CHILD);
        refer(ordinary);
        assertThat(links(refer(new PacketPerson(
                        PersonId.random(hub.database.random), ordinary.roles(), ordinary.details(), List.of()))))
                .as("one whom none restricts")
                .hasSize(1);
    }

    @Test
    void takesALinkOffTheListWhenItIsLearntLaterThatOneIsAProtectedPerson() {
        PacketPerson known = child();
        refer(known);
        EnquiryId second = refer(child());
        LinkId link = links(second).get(0).link();
        hub.in(() -> hub.book.flag(known.id(), List.of(People.flag(SafetyFlag.PROTECTED_PERSON))));

        assertThat(links(second)).isEmpty();
        assertThat(hub.act(sam, second, new Act.SettleLink(link, true, "The same.")))
                .as("nor can it be settled by its id")
                .isEqualTo(
                        hub.act(sam, second, new Act.SettleLink(LinkId.random(hub.database.random), true, "A guess.")))
                .contains("There is no such link.");
    }

    @Test
    void keepsARecordThatAStatuteKeepsApartOutOfEveryLaterList() {
        PacketPerson asked = child();
        EnquiryId first = refer(asked);
        QuestionId token = hub.ask(first, "council-cin");
        answer(
                token,
                List.of(answered(SmallHub.keyOf(asked.id()), "Maya", 2016)),
                told("adopted", under(StatuteFlag.ADOPTION), SmallHub.keyOf(asked.id())));
        assertThat(links(first)).isEmpty();
        assertThat(links(refer(child())))
                .as("the child, and not the record apart")
                .hasSize(1);
    }

    @Test
    void restrictsForARecordThatAStatuteKeepsApartWithoutABanner() {
        PacketPerson asked = child();
        EnquiryId enquiry = refer(asked);
        QuestionId token = hub.ask(enquiry, "council-cin");
        answer(
                token,
                List.of(answered(SmallHub.keyOf(asked.id()), "Maya", 2016, SafetyFlag.SAFE_ADDRESS)),
                told("adopted", under(StatuteFlag.ADOPTION), SmallHub.keyOf(asked.id())));
        assertThat(text(enquiry)).doesNotContain("SAFE_ADDRESS", "must not be found");
        assertThat(hub.in(() -> hub.book.travelling(List.of(asked.id())).possible(asked.id())))
                .extracting(PersonFlag::flag)
                .containsExactly(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void letsNobodyJoinAnEnquiryBecauseASourceNamesThem() {
        PacketPerson asked = People.with(child(), People.number());
        EnquiryId enquiry = refer(asked);
        QuestionId token = hub.ask(enquiry, "council-cin");
        answer(
                token,
                List.of(certainly(asked), answered(OTHER, "Stranger", 1971, SafetyFlag.RISK_TO_STAFF)),
                told("seen together", ItemLabels.fact(DataClass.INVOLVEMENT), SmallHub.keyOf(asked.id()), OTHER));

        assertThat(hub.enquiries.peopleOf(enquiry)).containsExactly(asked.id());
        assertThat(text(enquiry)).doesNotContain("Stranger");
        assertThat(hub.in(() -> hub.ledger
                        .lock(enquiry)
                        .facts(EnquiryFact.Answered.class)
                        .toList()))
                .hasSize(1)
                .allMatch(a -> a.outside().size() == 1);
    }

    @Test
    void putsADoubtfulLinkThatAnAnswerRaisesOnTheStewardsList() {
        refer(family.person("Stranger", 1971, SubjectRole.PARENT));
        PacketPerson asked = People.with(child(), People.number());
        EnquiryId enquiry = refer(asked);
        assertThat(links(enquiry)).isEmpty();
        QuestionId token = hub.ask(enquiry, "council-cin");
        answer(
                token,
                List.of(certainly(asked), answered(OTHER, "Stranger", 1971)),
                told("seen together", ItemLabels.fact(DataClass.INVOLVEMENT), SmallHub.keyOf(asked.id()), OTHER));
        assertThat(links(enquiry)).hasSize(1);
    }

    @Test
    void undoesALinkWithAllThatCameOverIt() {
        PacketPerson asked = child();
        EnquiryId enquiry = refer(asked);
        QuestionId token = hub.ask(enquiry, "council-cin");
        answer(
                token,
                List.of(answered(SmallHub.keyOf(asked.id()), "Mona", 2011, SafetyFlag.SAFE_ADDRESS)),
                told("a plan of 2025", ItemLabels.fact(DataClass.INVOLVEMENT), SmallHub.keyOf(asked.id())));
        LinkId link = links(enquiry).get(0).link();
        assertThat(flags(asked.id())).as("doubtful").contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(text(enquiry)).as("doubtful").doesNotContain("a plan of 2025");

        assertThat(hub.act(sam, enquiry, new Act.SettleLink(link, true, "Same school.")))
                .isEmpty();
        assertThat(text(enquiry)).as("one").contains("a plan of 2025");
        assertThat(links(enquiry))
                .extracting(DoubtfulLinks.DoubtfulLink::said)
                .containsExactly(DoubtfulLinks.Said.SAME);

        assertThat(hub.act(sam, enquiry, new Act.SettleLink(link, false, "Her sister.")))
                .isEmpty();
        assertThat(hub.act(hub.somebody("council-decision"), enquiry, new Act.SettleLink(link, false, "Her sister.")))
                .isEmpty();
        assertThat(text(enquiry)).as("two").doesNotContain("a plan of 2025");
        assertThat(flags(asked.id())).as("two").isEmpty();
        assertThat(links(enquiry))
                .extracting(DoubtfulLinks.DoubtfulLink::said)
                .containsExactly(DoubtfulLinks.Said.APART);
        assertThat(links(enquiry).get(0).shownTo()).containsExactly(sam.team().value());
    }

    @Test
    void decidesAgainTheEnquiriesThatANewReferralJoins() {
        NhsNumber number = People.number();
        PacketPerson flagged = People.with(child(), SafetyFlag.SAFE_ADDRESS);
        refer(flagged);
        PacketPerson apart = People.with(People.family().person("Otto", 2016, SubjectRole.INDEX_CHILD), number);
        EnquiryId second = refer(apart);
        assertThat(flags(apart.id())).isEmpty();
        long before = hub.enquiries.find(second).orElseThrow().version();

        refer(People.with(child(), number));
        assertThat(flags(apart.id())).contains(SafetyFlag.SAFE_ADDRESS);
        assertThat(hub.enquiries.find(second).orElseThrow().version()).isGreaterThan(before);
    }

    @Test
    void keepsByWhichModelADoubtfulLinkWasWeighedAndCommitsToItWhenItIsSettled() {
        PacketPerson known = family.person("Catherine", 2016, SubjectRole.INDEX_CHILD);
        refer(known);
        EnquiryId second = refer(family.person("Kate", 2016, SubjectRole.INDEX_CHILD));
        EnquiryFact.Waiting found =
                hub.in(() -> hub.ledger.lock(second).doubtfulLinks().findFirst().orElseThrow());
        assertThat(found.candidate()).isEqualTo(known.id());
        assertThat(found.weight()).map(Weight::modelVersion).contains(ModelFile.version(ModelFile.shipped()));
        assertThat(hub.act(sam, second, new Act.SettleLink(found.link(), true, "Her school says so.")))
                .isEmpty();
        assertThat(hub.database
                        .app
                        .sql("select convert_from(entry, 'UTF8') from log_entry where act = 'LINK' order by seq"
                                + " desc limit 1")
                        .query(String.class)
                        .single())
                .as("the entry commits to what was found, model and all")
                .contains("\"link\"");
    }

    /** Each record as a link steward may read it: who, and never where; what differs is marked, what weighs is said. */
    @Test
    void putsTheTwoRecordsBesideEachOtherAsFarAsPolicyLetsAStewardReadThem() {
        PersonDetails known = family.details("Maya", 2016);
        refer(at(known, "EX1 1AA"));
        EnquiryId second = refer(at(family.details("Maia", 2016), "EX2 2BB"));
        Team own = hub.area.team(sam.team()).orElseThrow();
        Team stewards =
                new Team(own.id(), own.name(), own.agency(), Role.LINK_STEWARD, own.placement(), own.perspective());
        assertThat(links(second).get(0).compared().orElseThrow().rows())
                .as("whoever settles links and is no steward")
                .isEmpty();
        TwoRecords.Compared compared = hub.links
                .of(sam, hub.area, stewards, view(second))
                .get(0)
                .compared()
                .orElseThrow();
        assertThat(compared.rows()).extracting(TwoRecords.Row::label).containsExactly("Name", "Born");
        TwoRecords.Row name = compared.rows().get(0);
        assertThat(name.here()).singleElement().asString().startsWith("Maia ");
        assertThat(name.there()).singleElement().asString().startsWith("Maya ");
        assertThat(name.differs()).isTrue();
        assertThat(compared.rows().get(1).differs()).isFalse();
        assertThat(compared.steps()).first().asString().startsWith("before comparing: ");
        assertThat(compared.picture()).startsWith("<svg ").doesNotContain("EX1", "EX2", "Maya", "Maia");
        assertThat(compared.modelVersion()).isEqualTo(ModelFile.version(ModelFile.shipped()));
        assertThat(compared.rows().toString()).doesNotContain("Maya");
    }

    private static PacketPerson at(PersonDetails details, String postcode) {
        return new PacketPerson(
                PersonId.random(TestDatabase.shared().random),
                Set.of(SubjectRole.INDEX_CHILD),
                new PersonDetails(
                        details.names(),
                        details.birthDate(),
                        details.sex(),
                        details.identifiers(),
                        List.of(new DatedAddress(
                                new Address(List.of("1 Invented Street"), postcode, Optional.empty()),
                                DatedAddress.AddressUse.CURRENT,
                                Optional.empty(),
                                Optional.empty())),
                        List.of("01632 960001")),
                List.of());
    }

    /** What was wrong was shown in both enquiries of the two: each keeps which of its packets were opened, and is decided again. */
    @Test
    void namesEveryPacketThatShowedAWrongJoinInEachEnquiryThatItReached() {
        EnquiryId first = refer(People.with(child(), SafetyFlag.RISK_TO_STAFF));
        EnquiryId second = refer(child());
        LinkId link = links(second).get(0).link();
        assertThat(hub.act(sam, second, new Act.SettleLink(link, true, "The same school.")))
                .isEmpty();
        List<ViewId> opened = List.of(view(first).id(), view(second).id());
        long before = hub.enquiries.find(first).orElseThrow().version();

        assertThat(hub.act(sam, second, new Act.SettleLink(link, false, "Her cousin.")))
                .isEmpty();
        assertThat(hub.act(hub.somebody("council-decision"), second, new Act.SettleLink(link, false, "Her cousin.")))
                .isEmpty();

        for (int i = 0; i < 2; i++) {
            EnquiryId enquiry = List.of(first, second).get(i);
            EnquiryFact.LinkUndone undone = hub.in(() -> hub.ledger
                    .lock(enquiry)
                    .facts(EnquiryFact.LinkUndone.class)
                    .findFirst()
                    .orElseThrow());
            assertThat(undone.link()).isEqualTo(link);
            assertThat(undone.shownTo()).containsExactly(sam.team());
            assertThat(undone.views()).contains(List.of(opened.get(i)));
        }
        assertThat(hub.enquiries.find(first).orElseThrow().version()).isGreaterThan(before);
    }
}
