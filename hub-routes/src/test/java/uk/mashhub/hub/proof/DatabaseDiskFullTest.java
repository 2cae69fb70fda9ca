package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.contract.FullDisk;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.model.RandomSource;

/**
 * PostgreSQL on a file system of its own that is really full, to the last byte: nothing that was committed is lost, what could
 * not be logged was not done, and all goes on by itself once there is room.
 */
class DatabaseDiskFullTest {
    /** Binaries, an empty cluster and its first write-ahead log. */
    private static final int KILOBYTES = 350 * 1024;

    private static final int MOST = 200_000;
    private static final String PASSWORD = "ab".repeat(32);

    private final RandomSource random = TestDatabase.shared().random;
    private final Ed25519Signer signer = new Ed25519Signer(random.bytes(32));
    private final NoteKey key = new NoteKey("mash.example.org/exampleshire", signer.publicKey());
    /** Of each that was committed, as whoever shows a view is told. */
    private final List<String> logged = new ArrayList<>();

    @TempDir
    private Path dir;

    @Test
    void losesNothingAndGoesOnByItself() throws Exception {
        try (FullDisk disk = FullDisk.mounted(Files.createDirectory(dir.resolve("disk")), KILOBYTES);
                EmbeddedPostgres server = EmbeddedPostgres.start(disk.root().resolve("postgres"), 0, random)) {
            DatabaseRoles.prepare(server, user -> PASSWORD);
            String url = server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub";
            Flyway.configure()
                    .dataSource(url, DatabaseRoles.OWNER, PASSWORD)
                    .defaultSchema("hub")
                    .createSchemas(false)
                    .load()
                    .migrate();
            try (HikariDataSource pool = pool(url)) {
                fillAndGoOn(disk, pool);
            }
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(DatabaseRoles.APP);
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(3);
        config.setConnectionTimeout(2000);
        return new HikariDataSource(config);
    }

    private void fillAndGoOn(FullDisk disk, HikariDataSource pool) throws Exception {
        JdbcClient jdbc = JdbcClient.create(pool);
        JdbcTransactionManager manager = new JdbcTransactionManager(pool);
        TransactionTemplate transaction = new TransactionTemplate(manager);
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        TreeStore tree = LogLease.reading(jdbc);
        Clock clock = Clock.systemUTC();
        LogGuard guard = new LogGuard(signer, key, tree, entries, new HeadFile(dir.resolve("log")), List::of, clock);
        assertThat(guard.look()).isEmpty();
        DisclosureLog log = new DisclosureLog(entries, guard, clock, random::bytes);
        Sequencing sequencing =
                new Sequencing(new LogLease(jdbc, manager, clock, random.uuid()), new Sequencer(key, guard, 1000));
        append(transaction, log, 50);
        sequencing.run();
        guard.keepOutside();

        disk.fill();
        assertThat(append(transaction, log, MOST))
                .as("the disk is full at last")
                .isLessThan(MOST);
        int before = logged.size();
        for (int i = 0; i < 20; i++) {
            append(transaction, log, 1);
            tried(sequencing);
        }
        assertThat(logged.size() - before)
                .as("some small ones may still find a place")
                .isLessThan(20);

        disk.free();
        TheHub.await("the database to be back", () -> append(transaction, log, 1) == 1 ? true : null);
        TheHub.await("the tree to grow", () -> tried(sequencing) && waiting(jdbc) == 0 ? true : null);
        assertThat(guard.look()).isEmpty();
        assertThat(jdbc.sql("select entry_id from log_entry")
                        .query(String.class)
                        .set())
                .as("whatever was shown is in the log")
                .containsAll(logged);
        assertThat(Checkpoint.signed(tree.newestHead().orElseThrow(), key).map(Checkpoint::size))
                .contains(jdbc.sql("select count(*) from log_entry")
                        .query(Long.class)
                        .single());
    }

    private static long waiting(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from log_waiting").query(Long.class).single();
    }

    /** Appends until one fails; how many did not. */
    private int append(TransactionTemplate transaction, DisclosureLog log, int number) {
        byte[] line = "{}".getBytes(StandardCharsets.UTF_8);
        Draft draft = new Draft(
                Act.OPENING,
                "hub",
                Draft.NOBODY,
                Draft.NO_PURPOSE,
                "ALLOW",
                Draft.NO_POLICY,
                Optional.empty(),
                1,
                Optional.empty(),
                List.of(Claim.line(1, line), Claim.line(2, line), Claim.line(3, line)));
        for (int i = 0; i < number; i++) {
            try {
                logged.add(Objects.requireNonNull(transaction.execute(status -> log.append(draft)))
                        .entryId());
            } catch (DataAccessException | TransactionException full) {
                return i;
            }
        }
        return number;
    }

    private static boolean tried(Sequencing sequencing) {
        try {
            sequencing.run();
            return true;
        } catch (DataAccessException | TransactionException full) {
            return false;
        }
    }
}
