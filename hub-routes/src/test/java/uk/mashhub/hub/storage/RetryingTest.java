package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.PessimisticLockingFailureException;
import uk.mashhub.hub.storage.server.TestDatabase;

class RetryingTest {
    private static final int MOST = 4;
    private final TestDatabase database = TestDatabase.shared();
    private final Retrying retrying = new Retrying(database.inApp());

    @Test
    void runsAgainWhatTheDatabaseTookBack() throws Exception {
        CyclicBarrier bothHold = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<Boolean>> both = List.of(
                CompletableFuture.supplyAsync(() -> lock(1, 2, bothHold, runs)),
                CompletableFuture.supplyAsync(() -> lock(2, 1, bothHold, runs)));

        for (CompletableFuture<Boolean> each : both) {
            assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(runs).as("runs: one was the victim of a deadlock").hasValueGreaterThan(2);
    }

    /** Takes two locks in an order of its own; the first time only when the other holds its first. */
    private boolean lock(long first, long second, CyclicBarrier bothHold, AtomicInteger runs) {
        AtomicInteger mine = new AtomicInteger();
        return Boolean.TRUE.equals(retrying.execute(status -> {
            runs.incrementAndGet();
            take(first);
            if (mine.getAndIncrement() == 0) {
                await(bothHold);
            }
            take(second);
            return true;
        }));
    }

    private void take(long key) {
        database.app
                .sql("select pg_advisory_xact_lock(:key) is null")
                .param("key", 0x7465737400L + key)
                .query(Boolean.class)
                .single();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesUpAfterAFewTimesAndLeavesOtherFaultsAlone() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> retrying.execute(status -> {
                    runs.incrementAndGet();
                    throw new CannotAcquireLockException("again");
                }))
                .isInstanceOf(PessimisticLockingFailureException.class);
        assertThat(runs).hasValue(MOST);

        assertThatThrownBy(() -> retrying.execute(status -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("once");
                }))
                .hasMessage("once");
        assertThat(runs).hasValue(MOST + 1);
    }
}
