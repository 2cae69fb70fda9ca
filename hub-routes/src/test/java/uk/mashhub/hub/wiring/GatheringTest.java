package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheringTest {
    /** Longer than a test may take: only as many as are wanted end the waiting. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void doesAtOnceWhatComesAboutOneThing() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 3, 1);

        CompletableFuture.allOf(
                        running(gathering, "one", "a", done::add),
                        running(gathering, "one", "b", done::add),
                        running(gathering, "one", "c", done::add))
                .join();

        assertThat(done).hasSize(1);
        assertThat(done.get(0)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void neverWhatComesAboutAnother() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 1, 2);

        CompletableFuture.allOf(running(gathering, "one", "a", done::add), running(gathering, "other", "b", done::add))
                .join();

        assertThat(done).containsExactlyInAnyOrder(List.of("a"), List.of("b"));
    }

    @Test
    void doesNotWaitForOthersForEver() {
        new Gathering<String, String>(Duration.ZERO, 16, 1).run("one", "a", done::add);

        assertThat(done).containsExactly(List.of("a"));
    }

    @Test
    void whoeverComesWhileTheWorkWaitsForItsTurnJoinsIt() throws InterruptedException {
        Gathering<String, String> gathering = new Gathering<>(Duration.ZERO, 16, 1);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread other = new Thread(() -> gathering.run("other", "x", all -> {
            busy.countDown();
            await(end);
        }));
        other.start();
        busy.await();
        List<Thread> both = List.of(
                new Thread(() -> gathering.run("one", "a", done::add)),
                new Thread(() -> gathering.run("one", "b", done::add)));
        for (Thread thread : both) {
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        end.countDown();
        for (Thread thread : both) {
            thread.join();
        }

        assertThat(done).containsExactly(List.of("a", "b"));
    }

    /** Work about one thing that is slow keeps nobody else waiting. */
    @Test
    void workAboutOneThingTakesOneTurnAtMost() throws InterruptedException {
        Gathering<String, String> gathering = new Gathering<>(Duration.ZERO, 16, 2);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Void> slow = running(gathering, "one", "a", all -> {
            busy.countDown();
            await(end);
        });
        busy.await();
        Thread again = new Thread(() -> gathering.run("one", "b", done::add));
        again.start();
        while (again.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        running(gathering, "other", "c", done::add).join();

        assertThat(done).containsExactly(List.of("c"));
        end.countDown();
        slow.join();
        again.join();
        assertThat(done).containsExactly(List.of("c"), List.of("b"));
    }

    @Test
    void everybodyLearnsThatItFailedAndTheNextStartAnew() {
        Gathering<String, String> gathering = new Gathering<>(LONG, 2, 1);
        Consumer<List<String>> failing = all -> {
            throw new IllegalStateException("not to be done");
        };
        CompletableFuture<Void> first = running(gathering, "one", "a", failing);
        CompletableFuture<Void> second = running(gathering, "one", "b", failing);

        for (CompletableFuture<Void> each : List.of(first, second)) {
            assertThatThrownBy(each::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Gathering.Failed.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
        CompletableFuture.allOf(running(gathering, "one", "a", done::add), running(gathering, "one", "b", done::add))
                .join();
        assertThat(done).hasSize(1);
    }

    private static CompletableFuture<Void> running(
            Gathering<String, String> gathering, String about, String brought, Consumer<List<String>> work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        gathering.run(about, brought, work);
                        done.complete(null);
                    } catch (RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
