package uk.mashhub.hub.wiring;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Says every five seconds that this hub still runs, from the moment at which it has joined: a start that takes longer than others
 * wait before they take a hub for dead is no death.
 */
final class Heartbeat implements AutoCloseable {
    /** Far below {@link Instances#SILENT}: three may be late. */
    static final Duration PERIOD = Duration.ofSeconds(5);

    private static final String REFUSED = "another hub, beside which this one may not run, took it for dead";

    private final ScheduledExecutorService timer;
    private final AtomicReference<Instances> hub;
    private volatile @Nullable FaultGate gate;

    private Heartbeat(Instances hub, ScheduledExecutorService timer) {
        this.hub = new AtomicReference<>(hub);
        this.timer = timer;
    }

    /**
     * Begins.
     *
     * @param joined a hub that has joined those of its database
     * @param timer of its own; ends with this
     */
    static Heartbeat of(Instances joined, ScheduledExecutorService timer) {
        Heartbeat heartbeat = new Heartbeat(joined, timer);
        timer.scheduleAtFixedRate(heartbeat::beat, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    /** Who says so. */
    Instances hub() {
        return Objects.requireNonNull(hub.get());
    }

    /** From now on the hub says so in another way, such as over the pool of the journey. */
    void over(Instances same) {
        hub.set(same);
    }

    /** What is shut when the hub is refused. Until there is one it takes no messages anyway. */
    void shuts(FaultGate routes) {
        gate = routes;
        shutIfRefused();
    }

    /** One that is refused takes nothing more; the gate's own probe opens it when the hub is let in again. */
    private void beat() {
        try {
            hub().beat();
        } catch (RuntimeException | Error e) {
            // Otherwise the database is away: that is told elsewhere, and the next beat says that this hub still runs.
            // Nothing may get out: a timer calls nothing again that once threw anything.
            shutIfRefused();
        }
    }

    private void shutIfRefused() {
        FaultGate routes = gate;
        if (hub().refused() && routes != null) {
            routes.shut(REFUSED);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
