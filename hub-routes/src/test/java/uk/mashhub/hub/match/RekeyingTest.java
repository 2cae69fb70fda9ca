package uk.mashhub.hub.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.storage.KeyWalk;
import uk.mashhub.hub.storage.PersonStore;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.match.BlockingKey;
import uk.mashhub.match.BlockingKeys;
import uk.mashhub.match.Candidate;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;

/** Other tests' people are there too: those of this one have the last ids, and its walks begin before them. */
class RekeyingTest {
    private static final BlockingKey OBSOLETE = new BlockingKey("0123456789abcdef".repeat(4));

    private final TestDatabase database = TestDatabase.shared();
    private final PersonRecords records = new PersonRecords(
            new PersonStore(database.app, database.vault, database.random),
            database.inApp(),
            Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC));
    private final BlockingKeys keys =
            new BlockingKeys("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private final People family = People.family();
    private final PersonDetails maya = family.details("Maya", 2016);
    private final PersonDetails noah = family.details("Noah", 2018);
    private final int version = 1_000 + Math.floorMod(database.random.uuid().hashCode(), 1_000_000_000);
    private final List<PersonId> people = new ArrayList<>();

    @BeforeEach
    void entersPeopleUnderAKeyOfAnOlderVersion() {
        UUID random = database.random.uuid();
        long first = random.getMostSignificantBits() >>> 24 | 0xffffff0000000000L;
        for (int i = 1; i <= 3; i++) {
            PersonId id = new PersonId(new UUID(first, i));
            people.add(id);
            records.add(id, maya, Set.of(OBSOLETE));
        }
        database.app
                .sql("insert into person_key_walk (version, through, done, compared_through, compared)"
                        + " values (:version, :through, false, :through, false)")
                .param("version", version)
                .param("through", new UUID(first, 0))
                .update();
    }

    private Rekeying rekeying(int most) {
        return rekeying(most, fault -> true);
    }

    private Rekeying rekeying(int most, Predicate<RuntimeException> ofOne) {
        return new Rekeying(new KeyWalk(database.app), records, keys, database.inApp(), version, most, ofOne);
    }

    /** Those of this test's people who are found by a key. */
    private List<PersonId> found(Set<BlockingKey> by) {
        return records.candidates(by).people().stream()
                .map(Candidate::id)
                .filter(people::contains)
                .toList();
    }

    private List<PersonId> ours(Set<BlockingKey> by) {
        return database.app
                .sql("select person_id from person_key where key = any (:keys) and person_id in (:ours)"
                        + " group by person_id order by person_id")
                .param("keys", by.stream().map(BlockingKey::prefix).toArray(Long[]::new))
                .param("ours", people.stream().map(PersonId::value).toList())
                .query((row, n) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    @Test
    void givesWhoeverWasEnteredUnderOlderKeysThoseOfTodayAndTakesTheOthersAway() {
        assertThat(ours(keys.of(maya))).isEmpty();
        Rekeying all = rekeying(100);
        all.run();

        assertThat(ours(keys.of(maya))).containsExactlyElementsOf(people);
        assertThat(ours(Set.of(OBSOLETE))).isEmpty();
        for (BlockingKey key : keys.of(maya)) {
            assertThat(ours(Set.of(key))).as("each key").containsExactlyElementsOf(people);
        }
        assertThat(found(keys.of(maya))).isNotEmpty();
    }

    @Test
    void keepsWhoWasCalledOtherwiseBeforeToBeFoundByThatToo() {
        records.add(people.get(0), noah, Set.of(OBSOLETE));
        rekeying(100).run();

        assertThat(ours(keys.of(maya))).containsExactlyElementsOf(people);
        assertThat(ours(only(noah, maya))).containsExactly(people.get(0));
    }

    private Set<BlockingKey> only(PersonDetails of, PersonDetails notOf) {
        Set<BlockingKey> left = new java.util.HashSet<>(keys.of(of));
        left.removeAll(keys.of(notOf));
        return left;
    }

    @Test
    void goesOnWhereItWasWhenTheHubDied() {
        rekeying(2).run();
        assertThat(ours(keys.of(maya))).containsExactlyElementsOf(people.subList(0, 2));
        forget(people.get(0));

        Rekeying restarted = rekeying(2);
        restarted.run();
        assertThat(ours(keys.of(maya))).as("the third alone").containsExactlyElementsOf(people.subList(1, 3));
        restarted.run();
        restarted.run();
        forget(people.get(2));
        rekeying(2).run();
        assertThat(ours(keys.of(maya))).as("it is done").containsExactly(people.get(1));
    }

    @Test
    void isNotStoppedBySomebodyWhoseRecordDoesNotOpen() throws Exception {
        turnAByte(people.get(1));
        rekeying(100).run();
        turnAByte(people.get(1));

        assertThat(ours(keys.of(maya))).containsExactly(people.get(0), people.get(2));
        assertThat(ours(Set.of(OBSOLETE))).as("whose keys nobody knows").containsExactly(people.get(1));
    }

    @Test
    void isNotStoppedBySomebodyWhoseRecordThisReleaseCannotRead() throws Exception {
        long refused = new PersonStore(database.app, database.vault, database.random)
                .append(people.get(1), "Details", "hub", Instant.EPOCH, "{}".getBytes(StandardCharsets.UTF_8));
        try {
            Rekeying stops = rekeying(100, fault -> false);
            assertThatThrownBy(stops::run).as("what the hub needs is away").isInstanceOf(RuntimeException.class);
            assertThat(ours(keys.of(maya))).isEmpty();
            rekeying(100).run();
        } finally {
            JdbcClient.create(database.superuser())
                    .sql("delete from hub.person_fact where seq = :seq")
                    .param("seq", refused)
                    .update();
        }
        assertThat(ours(keys.of(maya))).containsExactly(people.get(0), people.get(2));
        assertThat(ours(Set.of(OBSOLETE))).as("whose keys nobody knows").containsExactly(people.get(1));
    }

    /** Of the sealed record; again, and it is as it was. */
    private void turnAByte(PersonId person) throws SQLException {
        try (Connection root = database.superuser().getConnection();
                PreparedStatement broken = root.prepareStatement(
                        "update hub.person_fact set body = set_byte(body, 20, 255 - get_byte(body, 20)) where person_id = ?")) {
            broken.setObject(1, person.value());
            assertThat(broken.executeUpdate()).isPositive();
        }
    }

    private void forget(PersonId person) {
        database.app
                .sql("delete from person_key where person_id = :id")
                .param("id", person.value())
                .update();
    }

    @Test
    void takesAStepAgainThatWasTakenBack() {
        database.inApp().executeWithoutResult(status -> {
            rekeying(2).run();
            status.setRollbackOnly();
        });
        assertThat(ours(keys.of(maya))).isEmpty();
        rekeying(100).run();
        assertThat(ours(keys.of(maya))).containsExactlyElementsOf(people);
    }

    /** What is entered between the reading of a ledger and the taking away of keys would lose its own. */
    @Test
    void letsNothingBeLearntOfThoseWhoseTurnItIs() throws Exception {
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            List<UUID> free = database.inApp().execute(status -> {
                new KeyWalk(database.app).next(version, 2);
                try {
                    return another.submit(this::notHeld).get();
                } catch (Exception e) {
                    throw new AssertionError("it does not wait", e);
                }
            });
            assertThat(free).containsExactly(people.get(2).value());
        } finally {
            another.shutdownNow();
        }
    }

    /** The record of somebody comes again while the walk is at them, with a key that both are about to add. */
    @Test
    void doesNotWaitInARingWithWhoeverEntersTheSamePerson() throws Exception {
        PersonId person = people.get(0);
        List<Long> added = keys.of(noah).stream().map(BlockingKey::prefix).toList();
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            Future<?> entered = database.inApp().execute(status -> {
                KeyWalk walk = new KeyWalk(database.app);
                walk.next(version, 2);
                int walker = pid();
                Future<?> entering = another.submit(() -> records.add(person, noah, keys.of(noah)));
                while (!waitsFor(walker) && !entering.isDone()) {
                    Thread.onSpinWait();
                }
                walk.replace(Map.of(person, added));
                return entering;
            });
            entered.get();
        } finally {
            another.shutdownNow();
        }
        assertThat(ours(keys.of(noah))).containsExactly(person);
    }

    private int pid() {
        return database.app.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private boolean waitsFor(int pid) {
        return JdbcClient.create(database.superuser())
                .sql("select exists (select from pg_stat_activity where :pid = any (pg_blocking_pids(pid)))")
                .param("pid", pid)
                .query(Boolean.class)
                .single();
    }

    /** Of whom something could be entered now: that moves the person's version on. */
    private List<UUID> notHeld() {
        return database.app
                .sql("select person_id from person where person_id in (:ours) for no key update skip locked")
                .param("ours", people.stream().map(PersonId::value).toList())
                .query(UUID.class)
                .list();
    }

    @Test
    void leavesTheWalkToTheHubThatIsAtIt() throws Exception {
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            database.inApp().executeWithoutResult(status -> {
                assertThat(new KeyWalk(database.app).next(version, 1)).isPresent();
                try {
                    another.submit(() -> rekeying(100).run()).get();
                } catch (Exception e) {
                    throw new AssertionError("it does not wait, and does not fail", e);
                }
            });
        } finally {
            another.shutdownNow();
        }
        assertThat(ours(keys.of(maya))).isEmpty();
        assertThat(Collections.disjoint(found(Set.of(OBSOLETE)), people)).isFalse();
    }
}
