package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionException;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.log.LogBroken;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;

class SequencingTest {
    private final TreeRoom room = new TreeRoom();

    @Test
    void takesInAllThatWaitsAndThenNothing() {
        room.append(250);
        Sequencing sequencing = room.sequencing();

        assertThat(sequencing.run()).isPresent();
        assertThat(room.head().size()).isEqualTo(250);
        assertThat(sequencing.run()).isEmpty();
        room.append(300);
        sequencing.run();
        assertThat(room.head().size()).isEqualTo(550);
        room.holdTree();
    }

    /** Under load something always waits: a turn for each few entries would take a processor of its own. */
    @Test
    void takesInWhatIsLoggedMeanwhileNextTime() {
        AtomicInteger heads = new AtomicInteger();
        Signer whileLoggingGoesOn = text -> {
            if (heads.incrementAndGet() < 5) {
                room.append(1);
            }
            return room.signer.sign(text);
        };
        Sequencing sequencing = new Sequencing(room.lease(), new Sequencer(room.key, whileLoggingGoesOn, 100));
        room.append(150);

        sequencing.run();

        assertThat(heads).as("of a hundred and of fifty").hasValue(2);
        assertThat(room.head().size()).isEqualTo(151);
        sequencing.run();
        assertThat(room.head().size()).isEqualTo(152);
        room.holdTree();
    }

    @Test
    void letsOneInstanceWorkUntilItsLeaseEnds() {
        Sequencing first = room.sequencing();
        Sequencing second = room.sequencing();
        room.append(1);
        first.run();
        room.append(1);

        assertThat(second.run()).isEmpty();
        room.clock.pass(LogLease.TERM.minusMillis(1));
        assertThat(second.run()).isEmpty();
        room.clock.pass(Duration.ofMillis(1));
        assertThat(second.run()).isPresent();
        assertThat(LogLease.TERM).isLessThan(Duration.ofSeconds(5));
        room.holdTree();
    }

    @Test
    void letsAHolderWhoCameBackLateWriteNothing() {
        LogLease late = room.lease();
        room.append(1);
        room.sequencing(late).run();
        room.append(1);
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();
        room.append(1);

        assertThat(room.sequencing(late).run()).isEmpty();
        assertThat(room.head().size()).isEqualTo(2);
        assertThatThrownBy(() -> room.database
                        .app
                        .sql("insert into log_checkpoint (size, note, fence, at) values (9, '', 1, '2026-03-02')")
                        .update())
                .rootCause()
                .hasMessageContaining("an old holder");
    }

    @Test
    void isRidOfAHolderThatStandsStillInsideItsTurn() throws Exception {
        room.append(3);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch wake = new CountDownLatch(1);
        LogLease stalled = room.lease();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> standing = thread.submit(() -> stalled.inTurn(tree -> standStill(tree, inside, wake)));
            inside.await();
            room.clock.pass(LogLease.TERM);
            assertThat(run(room.sequencing())).isPresent();
            wake.countDown();
            assertThatThrownBy(standing::get).isInstanceOf(ExecutionException.class);
        } finally {
            wake.countDown();
            thread.shutdown();
        }
        assertThat(room.head().size()).isEqualTo(3);
        room.holdTree();
    }

    /** On the machine's clock PostgreSQL has ended the turn before the lease ends; on this one the next may wait too long. */
    private static Optional<SignedNote> run(Sequencing next) {
        try {
            return next.run();
        } catch (TransactionException waitedTooLong) {
            return next.run();
        }
    }

    private static Optional<byte[]> standStill(TreeStore tree, CountDownLatch inside, CountDownLatch wake) {
        tree.place(2);
        inside.countDown();
        try {
            wake.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tree.newestHead();
    }

    @Test
    void keepsOneOrderWhileTwoInstancesAppendAndSequence() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Sequencing own = room.sequencing();
            work.add(() -> {
                room.append(150);
                return true;
            });
            work.add(() -> {
                for (int run = 0; run < 60; run++) {
                    room.clock.pass(LogLease.TERM.dividedBy(2));
                    own.run();
                }
                return true;
            });
        }
        try {
            for (Future<Object> done : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                assertThat(done.get()).isEqualTo(true);
            }
        } finally {
            threads.shutdown();
        }
        room.clock.pass(LogLease.TERM);
        room.sequencing().run();

        assertThat(room.head().size()).isEqualTo(300);
        room.holdTree();
    }

    @Test
    void leavesNothingOfATurnThatFails() {
        room.append(2);
        LogLease lease = room.lease();

        assertThatThrownBy(() -> lease.inTurn(tree -> {
                    tree.place(2);
                    throw new IllegalStateException("died here");
                }))
                .hasMessage("died here");
        assertThat(room.tree.entriesFrom(0, 9)).isEmpty();
        room.sequencing().run();
        assertThat(room.head().size()).isEqualTo(2);
        room.holdTree();
    }

    @Test
    void signsNothingOverATileOrAHeadThatWasChanged() {
        room.append(2);
        Sequencing sequencing = room.sequencing();
        sequencing.run();
        room.append(1);
        EmptyLog.as(room.database, "update log_tile set bytes = set_byte(bytes, 33, 255 - get_byte(bytes, 33))");
        assertThatThrownBy(sequencing::run).isInstanceOf(LogBroken.class).hasMessageContaining("tiles");
        EmptyLog.as(
                room.database,
                "update log_tile set bytes = set_byte(bytes, 33, 255 - get_byte(bytes, 33));"
                        + " update log_checkpoint set note = set_byte(note, 40, 255 - get_byte(note, 40))");
        assertThatThrownBy(sequencing::run).isInstanceOf(LogBroken.class).hasMessageContaining("key");
    }

    /** It must not look as if nothing waited. */
    @Test
    void findsOutAHeadOfMoreEntriesThanThereAre() {
        room.append(2);
        Sequencing sequencing = room.sequencing();
        sequencing.run();
        room.append(1);
        EmptyLog.as(
                room.database,
                "insert into log_checkpoint (size, note, fence, at) select 1000000, set_byte(note, 40, 0), fence, at"
                        + " from log_checkpoint");
        assertThatThrownBy(sequencing::run).isInstanceOf(LogBroken.class);
    }

    @Test
    void signsNothingOverAPlaceThatIsMissing() {
        room.append(4);
        Sequencing sequencing = room.sequencing();
        sequencing.run();
        room.append(2);
        room.entries.inOrder().close();
        EmptyLog.as(room.database, "delete from log_place where place = 4");

        assertThatThrownBy(sequencing::run).isInstanceOf(LogBroken.class).hasMessageContaining("place 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log_place", "log_tile", "log_checkpoint", "log_lease"})
    void losesNothingWhenTheDiskIsFull(String table) {
        room.append(3);
        room.sequencing().run();
        room.clock.pass(LogLease.TERM);
        room.append(300);
        Sequencing sequencing = room.sequencing();
        try (FullTable full = new FullTable(room.database, table)) {
            assertThatThrownBy(sequencing::run).rootCause().hasMessageContaining("no space left");
            assertThat(room.head().size()).isEqualTo(3);
            room.holdTree();
        }
        sequencing.run();
        assertThat(room.head().size()).isEqualTo(303);
        room.holdTree();
    }
}
