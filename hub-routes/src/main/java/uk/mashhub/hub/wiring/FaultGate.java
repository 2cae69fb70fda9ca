package uk.mashhub.hub.wiring;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops consuming while the database, the log or a key is away, and resumes by probe (ruling 27). What was being consumed
 * goes back to the broker; nothing counts as a failed attempt.
 */
public final class FaultGate implements AutoCloseable {
    /** The routes that must not consume while something that they need is away. */
    public static final List<String> ROUTES = List.of("intake", "answers");

    private static final Logger LOG = LoggerFactory.getLogger(FaultGate.class);
    private static final int PROBE_MILLIS = 500;

    private final CamelContext camel;
    private final BooleanSupplier probe;
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(r -> {
        Thread t = new Thread(r, "fault-gate");
        t.setDaemon(true);
        return t;
    });

    /**
     * Makes one.
     *
     * @param probe whether everything that the routes need is there; must return within seconds
     */
    public FaultGate(CamelContext camel, BooleanSupplier probe) {
        this.camel = camel;
        this.probe = probe;
    }

    /** What is away, in words without personal data; empty if nothing is. */
    public String fault() {
        return Objects.requireNonNullElse(fault.get(), "");
    }

    /** Something is away: stop consuming. Returns at once. */
    public void shut(String what) {
        if (fault.compareAndSet("", what)) {
            LOG.warn("consuming stops: {}", what);
            prober.execute(this::stop);
            prober.schedule(this::look, PROBE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Stops, and does not suspend: where a message is under way for too long Camel shuts the consumer down, and what was
     * shut down does not resume.
     */
    private void stop() {
        for (String route : ROUTES) {
            try {
                camel.getRouteController().stopRoute(route, 1, TimeUnit.SECONDS);
            } catch (Exception e) {
                LOG.warn(
                        "route {} could not be stopped: {}", route, e.getClass().getSimpleName());
            }
        }
    }

    private void look() {
        if (present()) {
            resume();
        } else {
            prober.schedule(this::look, PROBE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean present() {
        try {
            return probe.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void resume() {
        fault.set("");
        if (ROUTES.stream().map(this::started).reduce(true, Boolean::logicalAnd)) {
            LOG.info("consuming resumes");
        } else {
            shut("a route does not start");
        }
    }

    private boolean started(String route) {
        try {
            camel.getRouteController().startRoute(route);
            return camel.getRouteController().getRouteStatus(route).isStarted();
        } catch (Exception e) {
            LOG.warn("route {} could not be started: {}", route, e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public void close() {
        prober.shutdownNow();
    }
}
