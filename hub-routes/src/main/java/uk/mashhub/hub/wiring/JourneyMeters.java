package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How long each message took, by queue and by whether it was done with or goes back to the broker. */
public final class JourneyMeters {
    static final String METER = "mash.message";

    private final MeterRegistry registry;

    JourneyMeters(MeterRegistry registry) {
        this.registry = registry;
        // From the start, so that a rate of nothing is nought and not nothing.
        Watch.QUEUES.forEach(queue -> {
            timer(queue, "done");
            timer(queue, "again");
        });
    }

    /** Takes one message. */
    void taken(String queue, Runnable work) {
        Timer.Sample sample = Timer.start(registry);
        String outcome = "again";
        try {
            work.run();
            outcome = "done";
        } finally {
            sample.stop(timer(queue, outcome));
        }
    }

    /** How many messages of a queue are done with since the start. */
    long done(String queue) {
        return timer(queue, "done").count();
    }

    private Timer timer(String queue, String outcome) {
        return Timer.builder(METER)
                .description(
                        "a message taken from a queue, from its arrival here until all that came of it was committed")
                .tag("queue", queue)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(java.time.Duration.ofMillis(1))
                .maximumExpectedValue(java.time.Duration.ofSeconds(30))
                .register(registry);
    }
}
