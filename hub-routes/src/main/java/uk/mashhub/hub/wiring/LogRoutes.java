package uk.mashhub.hub.wiring;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.proof.Sequencing;

/**
 * The log's own timers. They go on while the journey's routes are stopped: what was promised is kept whatever else is away.
 */
public final class LogRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(LogRoutes.class);

    private final Sequencing sequencing;
    /** What went wrong last, so that a fault that lasts is written once. */
    private final AtomicReference<String> fault = new AtomicReference<>("");

    public LogRoutes(Sequencing sequencing) {
        this.sequencing = sequencing;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("timer:log-tree?period=100&delay=100").routeId("log-tree").process(e -> guarded(sequencing::run));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
            told("");
        } catch (RuntimeException e) {
            told(Faults.words(e));
        }
    }

    private void told(String now) {
        String before = Objects.requireNonNullElse(fault.getAndSet(now), "");
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.error("the log's tree does not grow: {}", now);
        } else if (now.isEmpty() && !before.isEmpty()) {
            LOG.info("the log's tree grows again");
        }
    }
}
