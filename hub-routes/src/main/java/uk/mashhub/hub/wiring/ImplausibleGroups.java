package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm for records that were settled to be one person's and can hardly be: somebody must look. Counts only; the log of
 * disclosures says who settled what.
 */
final class ImplausibleGroups implements IntConsumer {
    static final String METER = "hub.match.implausible.groups";
    private static final Logger LOG = LoggerFactory.getLogger(ImplausibleGroups.class);

    private final Counter counter;

    ImplausibleGroups(MeterRegistry meters) {
        counter = Counter.builder(METER)
                .description("how often records were settled to be one person's that can hardly be")
                .register(meters);
    }

    @Override
    public void accept(int records) {
        counter.increment();
        LOG.warn("{} records are settled to be one person's and can hardly be", records);
    }
}
