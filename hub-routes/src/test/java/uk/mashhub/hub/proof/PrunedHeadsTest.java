package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.log.LogCheck;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Logged;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.verifier.ExportCheck;
import uk.mashhub.log.verifier.Report.Found;
import uk.mashhub.log.verifier.Trust;
import uk.mashhub.model.id.DisclosureId;

/** Heads that nothing needs go, a bounded number at a time; what anybody could prove with them can be proved without. */
class PrunedHeadsTest {
    private static final int DAYS = 12;
    private static final int A_DAY = 6;

    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();
    private final CosignedHeads heads = new CosignedHeads(room.database.app);
    private final Timestamps stamps = new Timestamps(room.database.app);
    /** Every head that was ever signed: somebody may hold it. */
    private final List<byte[]> signed = new ArrayList<>();

    @TempDir
    private Path dir;

    /** Twelve days of six heads, sizes 1 to 72: of each day the second and fourth cosigned, the first of every third day stamped. */
    @BeforeEach
    void growsForDays() {
        for (int day = 0; day < DAYS; day++) {
            for (int n = 0; n < A_DAY; n++) {
                room.append();
                sequencing.run();
                byte[] note = room.tree.newestHead().orElseThrow();
                signed.add(note);
                if (n == 1 || n == 3) {
                    heads.keep(signed.size(), note, room.clock.instant());
                }
                if (n == 0 && day % 3 == 0) {
                    stamps.keep(new Timestamps.Stamped(signed.size(), new byte[] {48}, room.clock.instant()));
                }
                room.clock.pass(Duration.ofMinutes(1));
            }
            room.clock.pass(Duration.ofDays(1).minusMinutes(A_DAY));
        }
    }

    private List<Long> kept(String table) {
        return room.database
                .app
                .sql("select size from " + table + " order by size")
                .query(Long.class)
                .list();
    }

    private void pruneAll() {
        for (int looked = 0; looked <= signed.size(); looked += 7) {
            if (heads.prune(7) == 0) {
                return;
            }
        }
        throw new AssertionError("it looks at the same heads again and again");
    }

    @Test
    void keepsOfEachOlderDayTheLastHeadTheLastThatWasCosignedAndAllThatWereStamped() {
        pruneAll();
        List<Long> checkpoints = new ArrayList<>();
        List<Long> cosigned = new ArrayList<>();
        for (long size = 1; size <= DAYS * A_DAY; size++) {
            long day = (size - 1) / A_DAY;
            long n = (size - 1) % A_DAY;
            // The newest head is of the twelfth day, five minutes past noon: what is exactly a week older may go.
            boolean young = day >= 5;
            boolean stamped = n == 0 && day % 3 == 0;
            boolean witnessed = n == 3 || young && n == 1;
            if (young || stamped || witnessed || n == 5) {
                checkpoints.add(size);
            }
            if (witnessed) {
                cosigned.add(size);
            }
        }
        assertThat(kept("log_checkpoint")).isEqualTo(checkpoints);
        assertThat(kept("log_cosigned")).isEqualTo(cosigned);
        assertThat(kept("log_timestamp")).containsExactly(1L, 19L, 37L, 55L);
    }

    @Test
    void looksThroughSoManyAtATimeAndThroughNoneTwice() {
        assertThat(heads.prune(7)).isEqualTo(7);
        assertThat(kept("log_checkpoint"))
                .contains(1L, 4L, 6L)
                .doesNotContain(2L, 3L, 5L, 7L)
                .contains(8L, 9L, 11L);
        pruneAll();
        assertThat(heads.prune(7)).isZero();
        room.clock.pass(Duration.ofDays(3).minusMinutes(1));
        room.append();
        sequencing.run();
        assertThat(heads.prune(100)).as("those that have come of age since").isEqualTo(3 * A_DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log_checkpoint where size = 72",
                "log_checkpoint where size = 6",
                "log_checkpoint where size = 63",
                "log_checkpoint where size = 19",
                "log_timestamp where size = 1",
                "log_cosigned where size = 4",
                "log_cosigned where size = 70"
            })
    void isRefusedByTheDatabaseWhereAHeadIsNeeded(String head) {
        JdbcClient owner = JdbcClient.create(room.database.owner());
        assertThatThrownBy(() -> owner.sql("delete from " + head).update())
                .rootCause()
                .hasMessageContaining("append only");
        assertThatThrownBy(() -> room.database
                        .app
                        .sql("delete from log_checkpoint where size = 3")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void leavesEverythingProvable() throws IOException {
        SaltStore salts = new SaltStore(room.database.app, room.database.vault, room.database.random);
        DisclosureId disclosure = DisclosureId.random(room.database.random);
        Logged logged = room.append(Optional.of(disclosure.toString()));
        room.database.inApp().executeWithoutResult(s -> salts.keep(logged.entryId(), Holders.HUB, logged.salts()));
        sequencing.run();
        pruneAll();

        assertThat(new LogCheck(room.tree, room.key).run(signed, List.of()))
                .as("every head that somebody holds is still one of this log")
                .isEmpty();
        Checkpoint now = room.head();
        for (byte[] note : signed) {
            Checkpoint then = Checkpoint.signed(note, room.key).orElseThrow();
            assertThat(ConsistencyProof.verifies(
                            then.size(),
                            now.size(),
                            then.root(),
                            now.root(),
                            new TileTree(room.tree, now.size()).consistency(then.size())))
                    .as("from %d", then.size())
                    .isTrue();
        }
        LogReceipts receipts = new LogReceipts(room.entries, salts, room.tree, heads);
        LogProof proof =
                LogProof.read(receipts.of(disclosure).orElseThrow().bytes()).orElseThrow();
        assertThat(proof.includes(logged.entry())).isTrue();
        assertThat(stamps.head(stamps.newest().orElseThrow())).contains(signed.get(54));
        new LogExport(room.key)
                .write(dir, room.tree, room.tree.newestHead().orElseThrow(), heads.vouched(Long.MAX_VALUE));
        Trust trust = new Trust(Optional.of(TrustPolicy.ofLog(room.key)), NoteAlgorithms.ofJdk());
        assertThat(ExportCheck.of(dir, trust).found()).isEqualTo(Found.GOOD);
        assertThat(dir.resolve("heads/4")).exists();
        assertThat(dir.resolve("heads/2")).doesNotExist();
        room.holdTree();
    }
}
