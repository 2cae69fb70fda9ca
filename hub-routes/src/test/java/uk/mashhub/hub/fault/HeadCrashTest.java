package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.Vouched;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.verifier.ExportCheck;
import uk.mashhub.log.verifier.Report;
import uk.mashhub.log.verifier.Report.Found;
import uk.mashhub.log.verifier.Trust;

/**
 * An instance is killed at random instructions while it keeps heads outside the database, has them cosigned and stamped, and
 * exports the log: each is there whole or not at all, and the next instance goes on.
 */
class HeadCrashTest {
    private static final int KILLS = Integer.getInteger("log.kills", 8);
    private static final long SEED = Long.getLong("log.seed", new SecureRandom().nextLong());

    private final Random random = new Random(SEED);
    private final TestDatabase database = TestDatabase.shared();
    private final byte[] secret = database.random.bytes(32);
    private final Ed25519Signer signer = new Ed25519Signer(secret);
    private final NoteKey key = new NoteKey(SequencerProcess.ORIGIN, signer.publicKey());
    private final TreeStore tree = LogLease.reading(database.app);
    private final CosignedHeads heads = new CosignedHeads(database.app);
    private final TrustPolicy policy = HeadKeeping.policy(key);
    private final Path folder = TheHub.freshFolder();
    private int whole;

    /** Other tests' clocks stand behind the machine's. */
    @AfterEach
    void leavesNothing() {
        EmptyLog.in(database);
    }

    @Test
    void leavesEachWholeOrNotAtAllWhereverItIsKilled() throws Exception {
        EmptyLog.in(database);
        for (int i = 0; i < KILLS; i++) {
            SequencerProcess process = SequencerProcess.start(
                    database.server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub",
                    database.keys.databasePassword(DatabaseRoles.APP),
                    secret,
                    folder.resolve("output"),
                    folder);
            try {
                long before = heads.newestSize();
                TheHub.await(
                        "heads to be kept, seed " + SEED + ", see " + folder.resolve("output"),
                        () -> heads.newestSize() > before ? true : null);
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(400_000)));
            } finally {
                process.kill();
            }
            holdOutside();
            holdVouched();
            holdExport();
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        SequencerProcess.sequencing(database.appPool, secret, later).run();
        new HeadKeeping(database.appPool, secret, folder).run();
        holdOutside();
        holdVouched();
        holdExport();
        assertThat(whole).as("the last one was let finish").isPositive();
    }

    /** The file outside is a head of this log, and no larger than the log: nobody was ever shown one that is lost. */
    private void holdOutside() throws Exception {
        HeadFile file = new HeadFile(folder.resolve("outside"));
        assertThat(file.read().flatMap(note -> Checkpoint.signed(note, key)))
                .as("the head outside, seed " + SEED)
                .isPresent();
        LogGuard guard = new LogGuard(
                signer,
                key,
                tree,
                new PgEntryStore(database.app, database.appManager),
                file,
                List::of,
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)));
        assertThat(guard.look()).as("seed " + SEED).isEmpty();
    }

    private void holdVouched() {
        for (Vouched head : heads.vouched(Long.MAX_VALUE)) {
            SignedNote note = SignedNote.read(head.note()).orElseThrow();
            boolean cosigned = note.signatures().size() > 1;
            assertThat(cosigned || head.token().isPresent()).isTrue();
            if (cosigned) {
                assertThat(policy.judge(note, NoteAlgorithms.ofJdk()).kind())
                        .as("cosigned at %d, seed %d", head.size(), SEED)
                        .isEqualTo(TrustPolicy.Verdict.Kind.GOOD);
            }
            head.token()
                    .ifPresent(token -> assertThat(token)
                            .as("stamped at %d, seed %d", head.size(), SEED)
                            .isEqualTo(HeadKeeping.token(note.text().getBytes(StandardCharsets.UTF_8))));
        }
    }

    private void holdExport() {
        Trust trust = new Trust(Optional.of(policy), NoteAlgorithms.ofJdk());
        Report report = ExportCheck.of(folder.resolve("export"), trust);
        if (report.found() == Found.GOOD) {
            whole++;
        } else {
            assertThat(report.words())
                    .as("one that was cut off is none, seed " + SEED)
                    .isIn("BAD: checkpoint: is missing", "BAD: vkey: is missing");
        }
    }
}
