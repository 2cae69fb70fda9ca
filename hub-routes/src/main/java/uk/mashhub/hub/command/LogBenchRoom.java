package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.model.RandomSource;

/** A log in a PostgreSQL of its own, with the hub's real roles and tables, and beside it a table for plain inserts. */
final class LogBenchRoom implements AutoCloseable {
    private static final int CONNECTIONS = 6;
    private static final int BATCH = 4096;
    private static final byte[] LINE = new byte[200];

    private final BenchDatabase database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ed25519Signer signer;
    private final NoteKey key;
    private final TreeStore tree;
    private final DisclosureLog log;
    private final LogReceipts receipts;
    private final Sequencing sequencing;
    private final Draft draft;

    private LogBenchRoom(BenchDatabase database, RandomSource random) {
        this.database = database;
        KeyRing keys = database.keys();
        jdbc = database.jdbc();
        JdbcTransactionManager manager = database.manager();
        transaction = database.transaction();
        signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        key = new NoteKey("mash-hub/bench", signer.publicKey());
        tree = LogLease.reading(jdbc);
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        log = new DisclosureLog(entries, signer, Clock.systemUTC(), random::bytes);
        receipts = new LogReceipts(
                entries, new SaltStore(jdbc, new Vault(keys, random), random), tree, new CosignedHeads(jdbc));
        sequencing = new Sequencing(
                new LogLease(jdbc, manager, Clock.systemUTC(), random.uuid()), new Sequencer(key, signer, BATCH));
        draft = new Draft(
                Act.OPENING,
                "5f0c1f66-2d4a-4c8e-9c39-0a52b9d7f001",
                "bench-team",
                "S47",
                "ALLOW",
                "ab".repeat(32),
                Optional.of("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002"),
                1,
                Optional.empty(),
                List.of(Claim.line(1, LINE), Claim.line(2, LINE)));
    }

    static LogBenchRoom start(Path work) throws IOException, SQLException {
        RandomSource random = LogAccess.random();
        return new LogBenchRoom(BenchDatabase.start(work, CONNECTIONS, random), random);
    }

    /** The floor: one row, one commit. */
    void insert() {
        database.insert();
    }

    /** The same begun and committed by itself, as whatever an entry is of. */
    void insertInATransaction() {
        transaction.executeWithoutResult(status -> database.insert());
    }

    /** One entry, one commit; its id. */
    String append() {
        Logged logged = transaction.execute(status -> log.append(draft));
        return Objects.requireNonNull(logged, "logged").entryId();
    }

    /** Entries of the usual size, made by the database itself, until there are so many. */
    void fill(int entries) {
        long more = entries
                - jdbc.sql("select count(*) from log_entry").query(Long.class).single();
        jdbc.sql("insert into log_entry (entry_id, at, act, entry, promise)"
                        + " select gen_random_uuid(), timestamptz '2026-03-02', 'OPENING',"
                        + " convert_to(repeat('{\"bench\":\"' || n || '\"}', 30), 'UTF8'), 'promise'"
                        + " from generate_series(1, :more) n")
                .param("more", more)
                .update();
    }

    /** Ids of entries from all over the log. */
    List<String> someIds(int number) {
        return jdbc.sql("select e.entry_id from log_place p join log_entry e using (seq) where p.place % :step = 0"
                        + " order by p.place limit :number")
                .param("step", Math.max(1, size() / number))
                .param("number", number)
                .query(String.class)
                .list();
    }

    long size() {
        return tree.newestHead()
                .flatMap(note -> Checkpoint.signed(note, key))
                .map(Checkpoint::size)
                .orElse(0L);
    }

    Sequencing sequencing() {
        return sequencing;
    }

    LogReceipts receipts() {
        return receipts;
    }

    long serverPid() {
        return database.serverPid();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    TreeStore tree() {
        return tree;
    }

    NoteKey key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
