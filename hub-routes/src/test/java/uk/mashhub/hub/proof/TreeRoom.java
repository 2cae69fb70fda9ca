package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.MovedClock;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.server.TestDatabase;
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
import uk.mashhub.log.tree.MerkleRoot;

/** An empty log in the tests' database, with a key and a clock of its own. */
final class TreeRoom {
    /** Long ago, so that no other test's clock stands behind what these leave in the one database. */
    static final Instant NOON = Instant.parse("2020-03-02T12:00:00Z");

    private static final List<String> TABLES =
            List.of("log_entry", "log_place", "log_waiting", "log_tile", "log_checkpoint");

    final TestDatabase database = TestDatabase.shared();
    final byte[] secret = database.random.bytes(32);
    final Ed25519Signer signer = new Ed25519Signer(secret);
    final NoteKey key = key(signer);
    final PgEntryStore entries = new PgEntryStore(database.app, database.appManager);
    final TreeStore tree = LogLease.reading(database.app);
    final MovedClock clock = new MovedClock(NOON);
    private final DisclosureLog log = new DisclosureLog(entries, signer, clock, database.random::bytes);

    TreeRoom() {
        EmptyLog.in(database);
    }

    static NoteKey key(Ed25519Signer signer) {
        return new NoteKey("mash.example.org/exampleshire", signer.publicKey());
    }

    /** What another instance of the hub has. */
    LogLease lease() {
        return new LogLease(database.app, database.appManager, clock, database.random.uuid());
    }

    Sequencing sequencing(LogLease lease) {
        return new Sequencing(lease, new Sequencer(key, signer, 100));
    }

    Sequencing sequencing() {
        return sequencing(lease());
    }

    Logged append() {
        return append(Optional.of(database.random.uuid().toString()));
    }

    Logged append(Optional<String> disclosure) {
        Draft draft = draft(disclosure);
        Logged logged = new TransactionTemplate(database.appManager).execute(status -> log.append(draft));
        return java.util.Objects.requireNonNull(logged);
    }

    /** A disclosure, or the hub's start. */
    static Draft draft(Optional<String> disclosure) {
        return new Draft(
                disclosure.isPresent() ? Act.DISCLOSURE : Act.START,
                "hub",
                Draft.NOBODY,
                Draft.NO_PURPOSE,
                "ALLOW",
                Draft.NO_POLICY,
                disclosure,
                1,
                Optional.empty(),
                List.of(Claim.line(1, "{}".getBytes(StandardCharsets.UTF_8))));
    }

    void append(int number) {
        for (int i = 0; i < number; i++) {
            append();
        }
    }

    /** Keeps the log as it stands, as a backup of the database does. */
    void save() {
        EmptyLog.as(database, "drop schema if exists saved cascade; create schema saved");
        TABLES.forEach(table -> EmptyLog.as(database, "create table saved." + table + " as table " + table));
    }

    /** The log as it was kept, in place of the one that is there. */
    void putBack() {
        EmptyLog.in(database);
        TABLES.forEach(table ->
                EmptyLog.as(database, "insert into " + table + " overriding system value table saved." + table));
        EmptyLog.as(database, "drop schema saved cascade");
    }

    Checkpoint head() {
        return tree.newestHead().flatMap(note -> Checkpoint.signed(note, key)).orElseThrow();
    }

    /** Places run from 0 without a gap, and the newest head is over exactly the entries of those places. */
    void holdTree() {
        Checkpoint head = head();
        MerkleRoot root = new MerkleRoot();
        tree.entriesFrom(0, Integer.MAX_VALUE).stream().limit(head.size()).forEach(root::add);
        assertThat(root.size()).isEqualTo(head.size());
        assertThat(root.root()).isEqualTo(head.root());
        try {
            assertThat(new uk.mashhub.log.tree.TileTree(tree, head.size()).root())
                    .isEqualTo(head.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
