package uk.mashhub.hub.wiring;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.audit.LookupMaking;
import uk.mashhub.hub.audit.SettingsLog;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogStanding;
import uk.mashhub.hub.proof.Restoring;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.proof.Timestamping;
import uk.mashhub.hub.proof.Witnessing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.log.LogBroken;

/**
 * The log's own timers. They go on while the journey's routes are stopped: what was promised is kept whatever else is away.
 */
public final class LogRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(LogRoutes.class);

    private static final int HOUR = 3_600_000;
    private static final int MINUTE = 60_000;

    /** Many more heads than are signed in a minute. */
    private static final int HEADS = 5000;

    private final Sequencing sequencing;
    private final LogGuard guard;
    private final Restoring restoring;
    private final Witnessing witnessing;
    private final CosignedHeads heads;
    private final Timestamping timestamping;
    private final LogStanding standing;
    private final LookupMaking lookups;
    private final SettingsLog settings;

    public LogRoutes(
            Sequencing sequencing,
            LogGuard guard,
            Restoring restoring,
            Witnessing witnessing,
            CosignedHeads heads,
            Timestamping timestamping,
            LogStanding standing,
            LookupMaking lookups,
            SettingsLog settings) {
        this.sequencing = sequencing;
        this.guard = guard;
        this.restoring = restoring;
        this.witnessing = witnessing;
        this.heads = heads;
        this.timestamping = timestamping;
        this.standing = standing;
        this.lookups = lookups;
        this.settings = settings;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        timer("log-tree", 100, this::grow);
        timer("log-look", 1000, this::look);
        timer("log-witnesses", 1000, witnessing::run);
        timer("log-time", 10_000, timestamping::run);
        timer("log-standing", 5000, standing::look);
        // Not only at the start: an entry that is changed under a running hub is found within the hour.
        timer("log-check", HOUR, this::check);
        timer("log-heads", MINUTE, this::prune);
        timer("log-lookups", 500, lookups::run);
        timer("log-settings", 10_000, this::settings);
    }

    private void timer(String name, int periodMillis, Runnable work) {
        AtomicReference<String> fault = new AtomicReference<>("");
        from("timer:" + name + "?period=" + periodMillis + "&delay=" + periodMillis)
                .routeId(name)
                .process(e -> told(name, fault, outcome(work)));
    }

    /** Nothing is signed over a log that is refused. */
    private void grow() {
        if (guard.refusal().isEmpty()) {
            sequencing.run();
            guard.keepOutside();
        }
    }

    /** A clock that waits is the other timer's. */
    private void check() {
        if (guard.refusal().isEmpty()) {
            guard.look();
        }
    }

    /** Nothing is dropped of a log that is refused: what is there may be what proves why. */
    private void prune() {
        if (guard.refusal().isEmpty()) {
            heads.prune(HEADS);
        }
    }

    private void settings() {
        if (guard.refusal().isEmpty()) {
            settings.run();
        }
    }

    private void look() {
        guard.lookAgain();
        restoring.run();
    }

    /** What went wrong, without any value; empty if nothing did. */
    private String outcome(Runnable work) {
        try {
            work.run();
            return "";
        } catch (LogBroken e) {
            guard.refuse(Objects.requireNonNullElse(e.getMessage(), "the log is broken"));
            return Faults.words(e);
        } catch (RuntimeException e) {
            return Faults.words(e);
        }
    }

    /** A fault that lasts is written once. */
    private static void told(String name, AtomicReference<String> fault, String now) {
        String before = Objects.requireNonNullElse(fault.getAndSet(now), "");
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.error("{} fails: {}", name, now);
        } else if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("{} works again", name);
        }
    }
}
