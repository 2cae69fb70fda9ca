package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.model.id.AreaCode;

/**
 * What somebody must look at although the hub works: contacts that nobody has rated for longer than their area allows, and
 * dead letters. Counts only: details of the health, which is not red for them, and a warning in the log when one grows.
 */
final class Alarms implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final String DEAD_LETTERS = "deadLetters";

    private final Partnership partnership;
    private final EnquiryStore enquiries;
    private final LongSupplier deadLetters;
    private final Clock clock;
    private final AtomicReference<Map<String, Long>> last = new AtomicReference<>(Map.of());

    /** @param deadLetters how many there are */
    Alarms(Partnership partnership, EnquiryStore enquiries, LongSupplier deadLetters, Clock clock) {
        this.partnership = partnership;
        this.enquiries = enquiries;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Looks again, and logs what has become more. */
    void look() {
        Instant now = clock.instant();
        Map<String, Long> counts = new TreeMap<>();
        for (Area area : partnership.areas()) {
            counts.put("unrated " + area.code(), enquiries.unratedSince(area.code(), area.unratedAlarm(now)));
        }
        counts.put(DEAD_LETTERS, deadLetters.getAsLong());
        Map<String, Long> before = Objects.requireNonNullElse(last.getAndSet(Map.copyOf(counts)), Map.of());
        counts.forEach((what, count) -> {
            if (count > before.getOrDefault(what, 0L)) {
                LOG.warn("{}: {}", what, count);
            }
        });
    }

    /** How many contacts of an area nobody has rated for longer than it allows. */
    long unrated(AreaCode area) {
        return counts().getOrDefault("unrated " + area, 0L);
    }

    long deadLetters() {
        return counts().getOrDefault(DEAD_LETTERS, 0L);
    }

    private Map<String, Long> counts() {
        return Objects.requireNonNullElse(last.get(), Map.of());
    }

    @Override
    public Health health() {
        return Health.up().withDetails(counts()).build();
    }
}
