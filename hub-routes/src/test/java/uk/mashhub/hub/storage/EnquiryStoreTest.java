package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.PersonId;

class EnquiryStoreTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00.123456Z");

    private final TestDatabase database = TestDatabase.shared();
    private final EnquiryStore store = new EnquiryStore(database.app, database.vault, database.random);
    private final PersonStore people = new PersonStore(database.app, database.vault, database.random);
    private EnquiryRow row;

    @BeforeEach
    void create() {
        row = anEnquiry(Optional.empty());
    }

    @Test
    void givesBackWhatWasStored() {
        assertThat(store.find(row.id())).contains(row);
        assertThat(store.find(EnquiryId.random(database.random))).isEmpty();
    }

    @Test
    void foldsFactsInTheOrderOfTheirAppending() {
        for (String fact : List.of("first", "second", "third")) {
            store.append(row.id(), "RECEIVED", "agency:exampleshire-police", AT, bytes(fact));
        }

        assertThat(store.facts(row.id()))
                .extracting(f -> new String(f.json(), StandardCharsets.UTF_8))
                .containsExactly("first", "second", "third");
        assertThat(store.facts(row.id())).extracting(StoredFact::seq).isSorted();
        assertThat(store.facts(row.id()))
                .allMatch(f -> f.holder().equals("agency:exampleshire-police") && f.at().equals(AT));
    }

    @Test
    void refusesAFactThatWasMovedToAnotherRow() {
        store.append(row.id(), "RECEIVED", Holders.HUB, AT, bytes("one"));
        store.append(row.id(), "RECEIVED", Holders.HUB, AT, bytes("two"));
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("update enquiry_fact f set body = o.body from enquiry_fact o where f.enquiry_id = :id"
                        + " and o.enquiry_id = :id and f.seq < o.seq")
                .param("id", row.id().value())
                .update();

        assertThatThrownBy(() -> store.facts(row.id())).isInstanceOf(VaultBroken.class);
    }

    @Test
    void refusesAFactWhoseHolderWasChanged() {
        store.append(row.id(), "RECEIVED", "agency:exampleshire-police", AT, bytes("one"));
        EnquiryRow other = anEnquiry(Optional.empty());
        store.append(other.id(), "RECEIVED", "agency:exampleshire-health", AT, bytes("two"));
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("update key_wrap set holder = 'agency:exampleshire-health' where row_id in"
                        + " (select row_id from enquiry_fact where enquiry_id = :id)")
                .param("id", row.id().value())
                .update();

        assertThatThrownBy(() -> store.facts(row.id())).isInstanceOf(VaultBroken.class);
    }

    @Test
    void refusesToGoBackToAnOlderVersion() {
        store.update(withVersion(5));

        assertThatThrownBy(() -> store.update(withVersion(4))).isInstanceOf(IllegalStateException.class);
        assertThat(store.find(row.id()).orElseThrow().version()).isEqualTo(5);
    }

    @Test
    void refusesToLockWhatIsNotThere() {
        assertThatThrownBy(() -> store.lock(EnquiryId.random(database.random)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesThePeopleOfAnEnquiryAndTheirEnquiriesInLockingOrder() {
        PersonId person = aPerson();
        for (int i = 0; i < 8; i++) {
            store.involve(anEnquiry(Optional.empty()).id(), person);
        }
        EnquiryRow closed = anEnquiry(Optional.empty());
        store.involve(closed.id(), person);
        store.update(new EnquiryRow(
                closed.id(), closed.area(), closed.reference(), "CLOSED", "S17", "GREEN", AT, AT, 2, Optional.empty()));
        store.involve(row.id(), person);
        store.involve(row.id(), person);

        assertThat(store.peopleOf(row.id())).containsExactly(person);
        assertThat(store.enquiriesOf(person))
                .hasSize(10)
                .contains(closed.id())
                .isSortedAccordingTo(EnquiryStore.LOCK_ORDER);
    }

    @Test
    void countsWhatNobodyHasRated() {
        AreaCode elsewhere = new AreaCode("E10999998");
        for (String[] word : new String[][] {{"RECEIVED", "UNRATED"}, {"OPEN_CASE", "UNRATED"}, {"RECEIVED", "BLUE"}}) {
            EnquiryId id = EnquiryId.random(database.random);
            store.create(new EnquiryRow(
                    id, elsewhere, "MH-" + id, word[0], "PRESCREEN", word[1], AT, AT, 1, Optional.empty()));
        }

        assertThat(store.unratedSince(elsewhere, AT)).isEqualTo(1);
        assertThat(store.unratedSince(elsewhere, AT.minusMillis(1))).isZero();
        assertThat(store.unratedSince(new AreaCode("E10999997"), AT)).isZero();
    }

    @Test
    void findsWhatATimeFactHasFlipped() {
        EnquiryRow due = anEnquiry(Optional.of(AT));

        assertThat(store.flipping(AT.minusNanos(1_000), 100)).doesNotContain(due.id());
        assertThat(store.flipping(AT, 100)).contains(due.id()).doesNotContain(row.id());
    }

    @Test
    void findsPeopleByAnySharedKeyAndByNothingElse() {
        PersonId person = aPerson();
        enter(person, key(1), key(2));
        enter(person, key(2), key(3));

        assertThat(people.sharing(Map.of(key(2), 5, key(9), 5)).people()).containsExactly(person);
        assertThat(people.sharing(Map.of(key(9), 5)).people()).isEmpty();
        assertThat(people.sharing(Map.of()).people()).isEmpty();
    }

    /** How many may share a key is said for each. */
    @Test
    void leavesOutTheKeysThatTooManyShare() {
        PersonId a = aPerson();
        PersonId b = new PersonId(database.random.uuid());
        enter(a, key(4), key(5));
        enter(b, key(5));

        assertThat(people.sharing(Map.of(key(5), 2)).people()).containsExactlyInAnyOrder(a, b);
        PersonStore.Sharing one = people.sharing(Map.of(key(4), 1, key(5), 1));
        assertThat(one.people()).containsExactly(a);
        assertThat(one.crowded()).containsExactly(key(5));
        assertThat(people.facts(b)).as("who was entered for the first time").hasSize(1);
    }

    private void enter(PersonId person, Long... keys) {
        people.enter(person, List.of(keys), "DETAILS", Holders.HUB, AT, new byte[] {1});
    }

    @Test
    void followsLinksAsTheyStandNow() {
        PersonId a = aPerson();
        PersonId b = aPerson();
        PersonId c = aPerson();
        people.link(a, b, PersonStore.LinkState.POSSIBLE, AT);
        people.link(b, c, PersonStore.LinkState.SAME, AT);
        assertThat(people.linked(a)).containsExactlyInAnyOrder(b, c);
        assertThat(people.linked(c)).containsExactlyInAnyOrder(a, b);

        people.link(b, a, PersonStore.LinkState.APART, AT);
        assertThat(people.linked(a)).isEmpty();
        assertThat(people.linked(c)).containsExactly(b);
    }

    private final byte[] salt = database.random.bytes(Long.BYTES);

    private long key(int n) {
        return ByteBuffer.wrap(salt).getLong() + n;
    }

    private PersonId aPerson() {
        PersonId person = PersonId.random(database.random);
        people.create(person, AT);
        return person;
    }

    private EnquiryRow withVersion(long version) {
        return new EnquiryRow(
                row.id(), row.area(), row.reference(), "ENQUIRING", "S47", "RED", AT, AT, version, Optional.empty());
    }

    private EnquiryRow anEnquiry(Optional<Instant> until) {
        EnquiryId id = EnquiryId.random(database.random);
        EnquiryRow made = new EnquiryRow(
                id, TestDatabase.AREA, "MH-" + id, "RECEIVED", "PRESCREEN", "AMBER", AT, AT.plusSeconds(60), 1, until);
        store.create(made);
        return made;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
