package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;

/** The gate opens only on a hub that could really take a message (ruling 27). */
class ProbeTest {
    private static final Clock CLOCK = TestTime.STILL;
    private static final List<String> TABLES = List.of("inbox", "log_entry", "log_salt");

    private final TestDatabase database = TestDatabase.shared();
    private final JdbcClient root = JdbcClient.create(database.superuser());
    private final PublishedPolicy published = mock(PublishedPolicy.class);
    private boolean refused;
    private final Probe probe = probe(database.inApp());

    private Probe probe(TransactionTemplate transactions) {
        DisclosureLog log = new DisclosureLog(
                new PgEntryStore(database.app, database.appManager),
                new Ed25519Signer(database.random.bytes(32)),
                CLOCK,
                database.random::bytes);
        return new Probe(
                transactions,
                published,
                new Inbox(database.app, database.keys),
                new Audit(
                        log,
                        new SaltStore(database.app, database.vault, database.random),
                        new LookupStore(database.app, database.vault),
                        Optional::empty),
                new KeyEpochs(database.app, database.keys, database.destroyed),
                CLOCK,
                database.random,
                () -> refused);
    }

    @Test
    void opensNothingWhileAnotherHubKeepsThisOneFromRunning() {
        refused = true;
        assertThat(probe.getAsBoolean()).isFalse();
        refused = false;
        assertThat(probe.getAsBoolean()).isTrue();
    }

    @Test
    void doesAllThatAMessageNeedsAndLeavesNothing() {
        Map<String, Long> before = counts();

        assertThat(probe.getAsBoolean()).isTrue();

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void failsWhileTheLogCannotBeWritten() {
        root.sql("create function hub.full_disk() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$")
                .update();
        root.sql(
                        "create trigger full_disk before insert on hub.log_entry for each row execute function hub.full_disk()")
                .update();
        try {
            assertThatThrownBy(probe::getAsBoolean).matches(Faults::ofInfrastructure);
        } finally {
            root.sql("drop trigger full_disk on hub.log_entry").update();
            root.sql("drop function hub.full_disk()").update();
        }
        assertThat(probe.getAsBoolean()).isTrue();
    }

    @Test
    void failsWhileTheDatabaseOnlyReads() {
        TransactionTemplate reading = database.inApp();
        reading.setReadOnly(true);

        assertThatThrownBy(probe(reading)::getAsBoolean).matches(Faults::ofInfrastructure);
    }

    @Test
    void failsWhileAKeyIsMissingThatSomethingWasSealedWith() {
        root.sql("insert into hub.key_epoch (holder, epoch) values ('agency:lost', 7)")
                .update();
        try {
            assertThatThrownBy(probe::getAsBoolean)
                    .isInstanceOf(KeyMissing.class)
                    .hasMessageContaining("agency:lost (epoch 7)")
                    .hasMessageContaining("Put back the newest keystore");
        } finally {
            root.sql("delete from hub.key_epoch where holder = 'agency:lost'").update();
        }
        assertThat(probe.getAsBoolean()).isTrue();
    }

    @Test
    void failsWhileNoPolicyIsInForce() {
        doThrow(new IllegalStateException("not published")).when(published).hold();

        assertThatThrownBy(probe::getAsBoolean).hasMessage("not published");
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(
                    table,
                    root.sql("select count(*) from hub." + table)
                            .query(Long.class)
                            .single());
        }
        return counts;
    }
}
