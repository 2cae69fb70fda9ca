package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarm for people who were entered without looking everywhere: more people share one of their keys than would tell
 * anybody apart. Counts only, of keys that are too common to say anything of somebody.
 */
final class CrowdedKeys implements IntConsumer {
    static final String METER = "hub.match.crowded.keys";
    private static final Logger LOG = LoggerFactory.getLogger(CrowdedKeys.class);

    private final Counter counter;

    CrowdedKeys(MeterRegistry meters) {
        counter = Counter.builder(METER)
                .description("keys of new people under which nobody was looked for, because too many share them")
                .register(meters);
    }

    @Override
    public void accept(int keys) {
        counter.increment(keys);
        LOG.warn("somebody new was not looked for under {} keys that too many people share", keys);
    }
}
