package uk.mashhub.hub.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does at once what comes at about one time about one thing. Whoever comes first waits a moment for others, then does the work
 * of all; the others wait until it is done. Everybody waits alike, whatever they bring. Thread-safe; keeps nothing that is done.
 *
 * @param <K> what it is about
 * @param <M> what somebody brings
 */
final class Gathering<K, M> {
    private final Duration moment;
    private final int most;
    private final Semaphore turns;
    private final Map<K, Group<M>> open = new HashMap<>();
    private final Map<K, Group<M>> working = new HashMap<>();

    /**
     * Sets the terms.
     *
     * @param moment for how long the first waits
     * @param most after so many nobody waits any longer
     * @param atOnce how much work is done at one time, whatever it is about; while it waits for its turn, others may join
     */
    Gathering(Duration moment, int most, int atOnce) {
        this.moment = moment;
        this.most = most;
        this.turns = new Semaphore(atOnce);
    }

    /** Somebody was told to stop while another did what they brought: whether it was done they do not know. */
    static final class Left extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Left() {
            super("stopped while waiting");
        }
    }

    /** What several brought could not be done together. Nothing of it was done; each may try alone. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failed(Throwable cause) {
            super("what was gathered could not be done", cause);
        }
    }

    private static final class Group<M> {
        private final List<M> members = new ArrayList<>();
        private final CountDownLatch full;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        Group(int most) {
            full = new CountDownLatch(most);
        }

        void join(M member) {
            members.add(member);
            full.countDown();
        }
    }

    /**
     * Returns once what this caller brought is done, by whomever.
     *
     * @param work does what was brought, all or nothing of it; in the order in which it came
     * @throws Failed if it failed
     * @throws Left if this thread was interrupted before
     */
    void run(K about, M brought, Consumer<List<M>> work) {
        Group<M> mine = new Group<>(most);
        Group<M> group = joined(about, brought, mine);
        if (group == mine) {
            awaitOthers(group);
            lead(about, group, work);
        } else {
            follow(group);
        }
    }

    private synchronized Group<M> joined(K about, M brought, Group<M> mine) {
        Group<M> group = open.computeIfAbsent(about, k -> mine);
        group.join(brought);
        if (group.members.size() == most) {
            open.remove(about);
        }
        return group;
    }

    private void awaitOthers(Group<M> group) {
        try {
            group.full.await(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Whoever stops the hub does not wait for others; what came is done.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<M> close(K about, Group<M> group) {
        open.remove(about, group);
        working.put(about, group);
        return List.copyOf(group.members);
    }

    private void lead(K about, Group<M> group, Consumer<List<M>> work) {
        // What is about one thing is done one after the other: it takes no turn to wait for itself.
        before(about).ifPresent(other -> other.handle((done, fault) -> done).join());
        alone(() -> done(about, group, work));
    }

    /** Does work in its turn that is not to be done with others. */
    void alone(Runnable work) {
        turns.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            turns.release();
        }
    }

    private synchronized Optional<CompletableFuture<Boolean>> before(K about) {
        return Optional.ofNullable(working.get(about)).map(group -> group.done);
    }

    private void done(K about, Group<M> group, Consumer<List<M>> work) {
        try {
            work.accept(close(about, group));
            group.done.complete(true);
        } catch (RuntimeException | Error e) {
            group.done.completeExceptionally(e);
            throw new Failed(e);
        } finally {
            end(about, group);
        }
    }

    private synchronized void end(K about, Group<M> group) {
        working.remove(about, group);
    }

    private void follow(Group<M> group) {
        try {
            group.done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Left();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            throw new Failed(cause == null ? e : cause);
        }
    }
}
