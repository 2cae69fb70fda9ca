package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.tree.MerkleRoot;

/** Two instances log into one tree and are killed in turn at random instructions; the other one goes on each time. */
class LogTreeCrashTest {
    private static final int KILLS = Integer.getInteger("log.kills", 6);
    private static final long SEED = Long.getLong("log.seed", new SecureRandom().nextLong());

    private final Random random = new Random(SEED);
    private final TestDatabase database = TestDatabase.shared();
    private final byte[] secret = database.random.bytes(32);
    private final NoteKey key = new NoteKey(SequencerProcess.ORIGIN, new Ed25519Signer(secret).publicKey());
    private final TreeStore tree = LogLease.reading(database.app);
    private final Path output = TheHub.freshFolder().resolve("sequencers.log");

    /** Other tests' clocks stand behind the machine's. */
    @AfterEach
    void leavesNothing() {
        EmptyLog.in(database);
    }

    @Test
    void leavesOneTreeWhereverItIsKilled() throws Exception {
        EmptyLog.in(database);
        List<SequencerProcess> running = new ArrayList<>(List.of(another(), another()));
        try {
            for (int i = 0; i < KILLS; i++) {
                awaitGrowth();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(300)));
                running.remove(random.nextInt(2)).kill();
                awaitGrowth();
                holdTree();
                running.add(another());
            }
        } finally {
            for (SequencerProcess process : running) {
                process.kill();
            }
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        SequencerProcess.sequencing(database.appPool, secret, later).run();

        long logged = database.app
                .sql("select count(*) from log_entry")
                .query(Long.class)
                .single();
        assertThat(head().size())
                .as("all that was logged is in the tree, seed " + SEED)
                .isEqualTo(logged);
        holdTree();
    }

    private SequencerProcess another() throws Exception {
        return SequencerProcess.start(
                database.server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub",
                database.keys.databasePassword(DatabaseRoles.APP),
                secret,
                output);
    }

    private void awaitGrowth() {
        long before = tree.newestHead().isEmpty() ? 0 : head().size();
        TheHub.await(
                "the tree to grow, seed " + SEED + ", see " + output,
                () -> tree.newestHead().isPresent() && head().size() > before ? true : null);
    }

    private Checkpoint head() {
        return tree.newestHead().flatMap(note -> Checkpoint.signed(note, key)).orElseThrow();
    }

    private void holdTree() {
        Checkpoint head = head();
        MerkleRoot root = new MerkleRoot();
        tree.entriesFrom(0, (int) head.size()).forEach(root::add);
        assertThat(root.size()).as("seed " + SEED).isEqualTo(head.size());
        assertThat(root.root()).as("seed " + SEED).isEqualTo(head.root());
    }
}
