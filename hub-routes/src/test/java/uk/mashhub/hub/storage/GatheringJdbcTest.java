package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.server.TestDatabase;

/** Rows that wait to be sent together are never missing where somebody would notice. */
class GatheringJdbcTest {
    private static final ManyRows MESSAGES = ManyRows.into(
            "outbox", "duplicate_id uuid", "address text", "order_key text", "body bytea", "put_at timestamptz");
    private static final ManyRows CONCERNS =
            ManyRows.into("log_enquiry", "entry_id text", "enquiry_id uuid").after(PgEntryStore.ENTRIES);
    private static final Instant AT = Instant.parse("2026-06-01T10:15:30.123456789Z");

    private final TestDatabase database = TestDatabase.shared();
    private final JdbcClient jdbc = database.app;
    private final UUID one = database.random.uuid();
    private final UUID two = database.random.uuid();

    @Test
    void anyOtherStatementOfTheTransactionFindsThem() {
        database.inApp().executeWithoutResult(status -> {
            add(one);
            add(two);
            assertThat(found(one)).isEqualTo(1);
            assertThat(found(two)).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(found(one)).as("rolled back with everything else").isZero();
    }

    @Test
    void aStatementThatCannotFindThemLetsThemWait() {
        String id = database.random.uuid().toString();
        database.inApp().executeWithoutResult(status -> {
            entry(id);
            add(one);
            jdbc.sql("select count(*) from outbox").query(Long.class).single();
            assertThat(found(one)).isEqualTo(1);
            assertThat(sent(id)).as("of another table").isFalse();
            assertThat(entries(id)).isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    @Test
    void wrappedKeysAreFoundByWhoeverLooksForThemOrForWhatTheyOpen() {
        for (String looking : List.of(
                "select count(*) from key_wrap where row_id = :row",
                "select count(*) from key_wrap w where w.row_id = :row and w.table_name = 'log_salt'")) {
            UUID row = database.random.uuid();
            database.inApp().executeWithoutResult(status -> {
                new Bodies(jdbc, database.vault).seal(new BodyName("log_salt", row, 1), Holders.HUB, body());
                jdbc.sql("select count(*) from key_wrap w where w.table_name = 'outbox'")
                        .query(Long.class)
                        .single();
                assertThat(jdbc.sql(looking).param("row", row).query(Long.class).single())
                        .isEqualTo(1);
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void knowsAllThatLooksIntoItsTablesOrIsChangedWithThem() {
        assertThat(GatheringJdbc.LOOKS).isEqualTo(new WhatLooks(database.superuser()).into(GatheringJdbc.TABLES));
    }

    @Test
    void theyAreThereOnceTheTransactionHasCommitted() {
        database.inApp().executeWithoutResult(status -> add(one));
        assertThat(found(one)).isEqualTo(1);
        assertThat(jdbc.sql("select put_at from outbox where duplicate_id = :id")
                        .param("id", one)
                        .query((row, n) -> Columns.instant(row, "put_at"))
                        .single())
                .as("cut to the microsecond, as any other instant")
                .isEqualTo(Instant.parse("2026-06-01T10:15:30.123456Z"));
    }

    /** Spring's own commit comes last: what was found before it went with the rows. */
    @Test
    void theCommitGoesWithTheLastRows() {
        List<Long> seen = new ArrayList<>();
        database.inApp().executeWithoutResult(status -> {
            add(one);
            before(() -> seen.add(foundByOthers(one)));
        });
        assertThat(seen).as("one journey to the database, not two").containsExactly(1L);
    }

    @Test
    void aChangeOfWhatMayNotBeThereIsLookedAtBeforeTheCommit() {
        ManyRows change =
                ManyRows.changing("outbox", "address = v.address", "t.duplicate_id = v.id", "id uuid", "address text");
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(status -> {
                    add(one);
                    GatheringJdbc.add(jdbc, change, two, "another.address");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(one)).as("nothing is committed").isZero();
    }

    private static void before(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCompletion() {
                work.run();
            }
        });
    }

    private long foundByOthers(UUID id) {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from outbox where duplicate_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    @Test
    void outsideATransactionThereIsNothingToWaitFor() {
        add(one);
        assertThat(found(one)).isEqualTo(1);
    }

    @Test
    void aRowThatTheDatabaseRefusesEndsTheTransaction() {
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(status -> {
                    add(one);
                    GatheringJdbc.add(jdbc, MESSAGES, one, "an.address", "order", null, AT);
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(found(one)).isZero();
    }

    @Test
    void aRowThatIsThereAlreadyIsRefusedWhereEachMustBeNew() {
        ManyRows strict = ManyRows.intoOrRefuse(
                "outbox", "duplicate_id uuid", "address text", "order_key text", "body bytea", "put_at timestamptz");
        database.inApp().executeWithoutResult(status -> add(one));
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(status -> {
                    GatheringJdbc.add(jdbc, strict, two, "an.address", "order", body(), AT);
                    GatheringJdbc.add(jdbc, strict, one, "an.address", "order", body(), AT);
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(two)).isZero();
    }

    @Test
    void rowsArriveInTheOrderInWhichTheyWereAdded() {
        database.inApp().executeWithoutResult(status -> List.of(two, one).forEach(this::add));
        assertThat(jdbc.sql("select duplicate_id from outbox where duplicate_id in (:ids) order by id")
                        .param("ids", List.of(one, two))
                        .query((row, n) -> Columns.uuid(row, "duplicate_id"))
                        .list())
                .containsExactly(two, one);
    }

    @Test
    void whatIsReferredToIsSentFirst() {
        String early = database.random.uuid().toString();
        String late = database.random.uuid().toString();
        database.inApp().executeWithoutResult(status -> {
            entry(early);
            assertThat(entries(early)).isEqualTo(1);
            // Of a table that refers to entries this is the first row that waits; the entry of the second comes after
            // it.
            GatheringJdbc.add(jdbc, CONCERNS, early, one);
            entry(late);
            GatheringJdbc.add(jdbc, CONCERNS, late, one);
            assertThat(entries(late)).isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    @Test
    void aTransactionInsideAnotherTakesNoneOfItsRows() {
        TransactionTemplate apart = database.inApp();
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database.inApp().executeWithoutResult(status -> {
            add(one);
            apart.executeWithoutResult(inner -> {
                add(two);
                assertThat(found(one)).isZero();
            });
            status.setRollbackOnly();
        });
        assertThat(found(one)).isZero();
        assertThat(found(two)).isEqualTo(1);
    }

    @Test
    void rowsThatWereTriedAreTakenBackWithTheTrial() {
        TransactionTemplate trial = database.inApp();
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        database.inApp().executeWithoutResult(status -> {
            trial.executeWithoutResult(inner -> {
                add(one);
                inner.setRollbackOnly();
            });
            add(two);
        });
        assertThat(found(one)).isZero();
        assertThat(found(two)).isEqualTo(1);
    }

    @Test
    void aTrialIsNotBegunOverRowsThatWait() {
        TransactionTemplate trial = database.inApp();
        trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        assertThatThrownBy(() -> database.inApp().executeWithoutResult(status -> {
                    add(one);
                    trial.executeWithoutResult(inner -> inner.setRollbackOnly());
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(one)).isZero();
    }

    @Test
    void inTheMiddleOfAnotherDatabasesTransactionThereIsNothingToWaitFor() {
        new TransactionTemplate(database.webManager).executeWithoutResult(status -> {
            assertThat(found(one)).isZero();
            add(one);
            status.setRollbackOnly();
        });
        assertThat(found(one)).isEqualTo(1);
    }

    private void add(UUID id) {
        GatheringJdbc.add(jdbc, MESSAGES, id, "an.address", "order", body(), AT);
    }

    /** Whether the row is in the database, asked on the transaction's own connection past the client. */
    private boolean sent(String id) {
        return JdbcClient.create(database.appPool)
                .sql("select exists (select from log_entry where entry_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void entry(String id) {
        GatheringJdbc.add(jdbc, PgEntryStore.ENTRIES, id, AT, "START", null, body(), body());
    }

    private long entries(String id) {
        return jdbc.sql("select count(*) from log_entry where entry_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private long found(UUID id) {
        return jdbc.sql("select count(*) from outbox where duplicate_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static byte[] body() {
        return "a body".getBytes(StandardCharsets.UTF_8);
    }
}
