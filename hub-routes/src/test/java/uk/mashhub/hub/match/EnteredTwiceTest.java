package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.OneItem;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.storage.KeyWalk;
import uk.mashhub.hub.storage.LinkPlace;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.Subject;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Other tests' people are there too: those of this one have the last ids, and its walks begin before them. */
class EnteredTwiceTest {
    private final SmallHub hub = SmallHub.started();
    private final PersonRecords records = new PersonRecords(hub.persons, hub.database.inApp(), hub.clock);
    private final BlockingKeys keys = new BlockingKeys(new byte[32]);
    private final KeyWalk walk = new KeyWalk(hub.database.app);
    private final People family = People.family();
    private final long block = hub.database.random.uuid().getMostSignificantBits() >>> 24 | 0xffffff0000000000L;
    private final List<PersonId> people = new ArrayList<>();
    private int version = 1_000 + Math.floorMod(hub.database.random.uuid().hashCode(), 1_000_000_000);

    @BeforeEach
    void begins() {
        begin(version, false);
    }

    private void begin(int walked, boolean done) {
        hub.database
                .app
                .sql("insert into person_key_walk (version, through, done, compared_through, compared)"
                        + " values (:version, :through, :done, :through, false)")
                .param("version", walked)
                .param("through", new UUID(block, 0))
                .param("done", done)
                .update();
    }

    /** A child of this test, found by nothing until there are new keys. */
    private EnquiryId referred(SafetyFlag... flags) {
        return referred(Set.of(), flags);
    }

    private EnquiryId referred(Set<StatuteFlag> statutes, SafetyFlag... flags) {
        PersonId id = new PersonId(new UUID(block, people.size() + 1L));
        PacketPerson child = new PacketPerson(
                id,
                Set.of(SubjectRole.INDEX_CHILD),
                family.details("Maya", 2016),
                java.util.Arrays.stream(flags).map(People::flag).toList());
        people.add(id);
        EnquiryId enquiry = hub.refer(List.of(child), List.of(told(id, "r", statutes)));
        forgetKeys(id);
        return enquiry;
    }

    private Item told(PersonId person, String record, Set<StatuteFlag> statutes) {
        return OneItem.of(
                hub,
                new AgencyId("exampleshire-schools"),
                new SourceId("school-form"),
                record,
                new Subject(person, SubjectRole.INDEX_CHILD),
                ItemLabels.fact(DataClass.INVOLVEMENT).under(statutes),
                new ItemField(FieldKind.STATUS, "Status", "known"));
    }

    private Item told(PersonId person, String record) {
        return told(person, record, Set.of());
    }

    private void rekeyed() {
        Rekeying rekeying = new Rekeying(walk, records, keys, hub.database.inApp(), version, 100, fault -> true);
        rekeying.run();
        rekeying.run();
    }

    private EnteredTwice comparing(int most, Predicate<RuntimeException> ofOne, Consumer<EnquiryId> show) {
        try {
            return new EnteredTwice(
                    walk,
                    records,
                    hub.book,
                    keys,
                    Matcher.weighing(),
                    hub.ledger,
                    Partnership.load(Path.of("../config/areas")),
                    show,
                    hub.database.inApp(),
                    hub.database.random,
                    version,
                    most,
                    ofOne);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private EnteredTwice comparing(int most) {
        return comparing(most, fault -> true, hub.journey::timePassed);
    }

    private void compared() {
        rekeyed();
        EnteredTwice comparing = comparing(100);
        comparing.run();
        comparing.run();
    }

    private List<EnquiryFact.Waiting> doubtful(EnquiryId... enquiries) {
        return java.util.Arrays.stream(enquiries)
                .flatMap(e -> hub.in(() -> hub.ledger.look(e).doubtfulLinks().toList()).stream())
                .toList();
    }

    private List<EnquiryFact.Waiting> kept(EnquiryId... enquiries) {
        return java.util.Arrays.stream(enquiries)
                .flatMap(e -> hub.in(() -> hub.ledger.look(e).keptLinks()).stream())
                .toList();
    }

    private int waiting(EnquiryId enquiry) {
        int found = 0;
        Optional<LinkPlace> after = Optional.empty();
        do {
            LinkQueue.Page page = hub.linkQueue.page(hub.somebody("council-screening"), after);
            found += (int) page.lines().stream()
                    .filter(l -> l.enquiry().equals(enquiry))
                    .count();
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private List<SafetyFlag> travelling(EnquiryId enquiry) {
        Map<PersonId, List<PersonFlag>> possible = hub.in(
                () -> hub.book.travelling(hub.enquiries.peopleOf(enquiry)).possible());
        return possible.values().stream()
                .flatMap(List::stream)
                .map(PersonFlag::flag)
                .toList();
    }

    @Test
    void putsTwoWhoFindEachOtherByNewKeysBeforeAPersonAndLetsWhatProtectsTravel() {
        EnquiryId before = referred(SafetyFlag.SAFE_ADDRESS);
        EnquiryId now = referred();
        assertThat(doubtful(before, now)).isEmpty();
        assertThat(travelling(now)).isEmpty();
        long version = hub.enquiries.find(now).orElseThrow().version();

        compared();
        assertThat(doubtful(before, now)).hasSize(1);
        EnquiryFact.Waiting link = doubtful(before, now).get(0);
        assertThat(List.of(link.person(), link.candidate())).containsExactlyInAnyOrderElementsOf(people);
        assertThat(link.why()).isNotEmpty();
        assertThat(waiting(before) + waiting(now)).as("on the desk").isOne();
        assertThat(travelling(now)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(hub.in(() -> hub.book.isSame(people.get(0), people.get(1))))
                .as("joined")
                .isFalse();
        assertThat(hub.enquiries.find(now).orElseThrow().version())
                .as("decided again")
                .isGreaterThan(version);
    }

    @Test
    void asksOnceHoweverOftenTheyAreCompared() {
        EnquiryId before = referred();
        EnquiryId now = referred();
        compared();
        List<EnquiryFact.Waiting> asked = doubtful(before, now);
        assertThat(asked).hasSize(1);
        version++;
        begin(version, true);
        comparing(100).run();
        assertThat(doubtful(before, now)).isEqualTo(asked);
        assertThat(walk.toCompare(version, 100).orElseThrow().people()).doesNotContainAnyElementsOf(people);
    }

    @Test
    void asksNothingOfWhomPeopleHaveSaidThatTheyAreTwoNorOfThoseSettledToBeThem() {
        EnquiryId one = referred();
        EnquiryId other = referred();
        EnquiryId same = referred();
        hub.in(() -> {
            hub.book.settle(people.get(0), people.get(1), false);
            hub.book.settle(people.get(1), people.get(2), true);
            return true;
        });
        compared();
        assertThat(doubtful(one, other, same)).isEmpty();
        assertThat(hub.in(() -> hub.book.linked(people.get(0)))).isEmpty();
    }

    @Test
    void keepsOneWhomAStatuteKeepsApartForTheNamedUnit() {
        EnquiryId before = referred(Set.of(StatuteFlag.ADOPTION), SafetyFlag.SAFE_ADDRESS);
        EnquiryId now = referred();
        compared();
        assertThat(doubtful(before, now)).isEmpty();
        assertThat(kept(before, now)).hasSize(1);
        assertThat(travelling(now)).as("and protects meanwhile").containsExactly(SafetyFlag.SAFE_ADDRESS);
    }

    @Test
    void asksOfEachTwoOfThreeAsWhereTheyAreEntered() {
        EnquiryId[] all = {referred(), referred(), referred()};
        compared();
        assertThat(doubtful(all)).hasSize(3);
    }

    /** Or that one question is not asked would tell that there is somebody whom nobody may know of (law 5). */
    @Test
    void asksOfTwoWhateverBothMayBeThatNobodyMayKnowOf() {
        EnquiryId[] all = {referred(Set.of(StatuteFlag.ADOPTION)), referred(), referred()};
        compared();
        assertThat(doubtful(all)).hasSize(1);
        assertThat(kept(all)).hasSize(2);
    }

    /** Father and son of one name: nothing of either is kept from anybody while it is asked. */
    @Test
    void twoOfOneReferralStayInItWhateverIsAskedOfThem() {
        PersonId one = new PersonId(new UUID(block, 1));
        PersonId other = new PersonId(new UUID(block, 2));
        List<PacketPerson> both = List.of(one, other).stream()
                .map(id ->
                        new PacketPerson(id, Set.of(SubjectRole.INDEX_CHILD), family.details("Maya", 2016), List.of()))
                .toList();
        EnquiryId enquiry = hub.refer(both, List.of(told(one, "one"), told(other, "other")));
        assertThat(doubtful(enquiry)).as("asked as they are entered").isNotEmpty();
        assertThat(hub.packet(enquiry).items()).hasSize(2);
        assertThat(hub.packet(enquiry).people()).hasSize(2);
    }

    @Test
    void asksOfAStrangerToTheEnquiryWhetherItIsSomebodyOfItAndNotTheOtherWayRound() {
        PersonId stranger = new PersonId(new UUID(block, 1));
        people.add(stranger);
        EnquiryId enquiry = referred();
        PersonId child = people.get(1);
        hub.in(() -> {
            hub.book.enter(
                    enquiry,
                    new EnquiryFact.Answered(
                            QuestionId.random(hub.database.random),
                            new AgencyId("exampleshire-police"),
                            new SourceId("police-records"),
                            Answer.Kind.ANSWERED,
                            "",
                            List.of(),
                            List.of(),
                            List.of(new EnquiryFact.Outsider(
                                    stranger, Set.of(), family.details("Maya", 2016), List.of(), Set.of())),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()));
            return true;
        });
        forgetKeys(stranger);
        compared();
        assertThat(doubtful(enquiry)).singleElement().satisfies(w -> {
            assertThat(w.person()).isEqualTo(child);
            assertThat(w.candidate()).isEqualTo(stranger);
        });
        assertThat(hub.packet(enquiry).items()).hasSize(1);
    }

    @Test
    void protectsAndAsksElsewhereWhereALedgerCannotBeRead() {
        EnquiryId before = referred(SafetyFlag.SAFE_ADDRESS);
        EnquiryId now = referred();
        rekeyed();
        long seq = hub.in(() ->
                hub.enquiries.append(now, "Received", "hub", Instant.EPOCH, "{}".getBytes(StandardCharsets.UTF_8)));
        try {
            comparing(100, fault -> true, id -> hub.enquiries.flip(id, hub.clock.instant()))
                    .run();
            assertThat(doubtful(before)).as("asked where it can be").hasSize(1);
        } finally {
            JdbcClient.create(hub.database.superuser())
                    .sql("delete from hub.enquiry_fact where seq = :seq")
                    .param("seq", seq)
                    .update();
        }
        assertThat(travelling(now)).containsExactly(SafetyFlag.SAFE_ADDRESS);
        assertThat(hub.enquiries.find(now).orElseThrow().validUntil().orElseThrow())
                .as("decided again by the clock")
                .isBeforeOrEqualTo(hub.clock.instant());
    }

    @Test
    void comparesNobodyBeforeAllHaveNewKeysAndThenSomeAtATime() {
        EnquiryId before = referred();
        EnquiryId now = referred();
        EnteredTwice comparing = comparing(1);
        comparing.run();
        assertThat(walk.toCompare(version, 1)).as("not before").isEmpty();
        rekeyed();
        assertThat(walk.toCompare(version, 1).orElseThrow().people()).containsExactly(people.get(0));
        comparing.run();
        assertThat(walk.toCompare(version, 1).orElseThrow().people()).containsExactly(people.get(1));
        assertThat(doubtful(before, now)).hasSize(1);
    }

    @Test
    void doesAStepAgainThatFailedForWhatTheHubNeeds() {
        EnquiryId before = referred();
        EnquiryId now = referred();
        rekeyed();
        EnteredTwice stopped = comparing(100, fault -> false, id -> {
            throw new IllegalStateException("the policy is away");
        });
        assertThatThrownBy(stopped::run).hasMessage("the policy is away");
        assertThat(doubtful(before, now)).as("nothing is half done").isEmpty();
        assertThat(hub.in(() -> hub.book.linked(people.get(0)))).isEmpty();
        comparing(100).run();
        assertThat(doubtful(before, now)).hasSize(1);
    }

    @Test
    void isNotStoppedBySomebodyWhoseRecordThisReleaseCannotRead() {
        EnquiryId refused = referred();
        EnquiryId before = referred();
        EnquiryId now = referred();
        PersonId unreadable = people.get(0);
        rekeyed();
        long seq = hub.in(() ->
                hub.persons.append(unreadable, "Details", "hub", Instant.EPOCH, "{}".getBytes(StandardCharsets.UTF_8)));
        try {
            comparing(100).run();
        } finally {
            JdbcClient.create(hub.database.superuser())
                    .sql("delete from hub.person_fact where seq = :seq")
                    .param("seq", seq)
                    .update();
        }
        assertThat(doubtful(refused, before, now)).hasSize(1);
    }

    private void forgetKeys(PersonId person) {
        hub.database
                .app
                .sql("delete from person_key where person_id = :id")
                .param("id", person.value())
                .update();
    }
}
