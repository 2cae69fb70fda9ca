package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogStanding;
import uk.mashhub.hub.proof.LogStanding.State;
import uk.mashhub.hub.proof.Witnessing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.Timestamps;

/** What is measured of the log and its proof: numbers alone. */
@Configuration(proxyBeanMethods = false)
class LogMetrics {

    @Bean
    LogStanding logStanding(PgEntryStore entries, CosignedHeads heads, Timestamps stamps, Clock clock) {
        return new LogStanding(entries, heads, stamps, clock);
    }

    /** Red while a promise that was given has no proof after its delay. */
    @Bean
    HealthIndicator promiseHealth(LogStanding standing) {
        return () -> {
            State now = standing.state();
            Health.Builder health = now.overdue() == 0 ? Health.up() : Health.down();
            return health.withDetail("overdue", now.overdue())
                    .withDetail("waiting", now.waiting())
                    .withDetail("lagSeconds", now.lag().toSeconds())
                    .build();
        };
    }

    @Bean
    MeterBinder logMeters(LogStanding standing, Witnessing witnessing, LogGuard guard) {
        return registry -> bind(registry, standing, witnessing, guard);
    }

    static void bind(MeterRegistry registry, LogStanding standing, Witnessing witnessing, LogGuard guard) {
        of(registry, standing, "mash.log.waiting", "entries that are not in the tree", State::waiting);
        of(registry, standing, "mash.log.overdue", "promises without a proof after their delay", State::overdue);
        of(
                registry,
                standing,
                "mash.log.lag.seconds",
                "how long the oldest of them waits",
                s -> s.lag().toMillis() / 1000.0);
        of(
                registry,
                standing,
                "mash.log.witnessed.age.seconds",
                "since a quorum last cosigned",
                s -> s.secondsSince(s.witnessedAt()));
        of(
                registry,
                standing,
                "mash.log.stamped.age.seconds",
                "since the last time token",
                s -> s.secondsSince(s.stampedAt()));
        Gauge.builder("mash.log.quorum", witnessing, w -> w.state().quorum() ? 1 : 0)
                .description("1 while enough agencies vouch for the newest head")
                .register(registry);
        Gauge.builder("mash.log.refused", guard, g -> g.refusal().isEmpty() ? 0 : 1)
                .description("1 while the log is not the one that was signed, and nothing is logged")
                .register(registry);
    }

    private static void of(
            MeterRegistry registry, LogStanding standing, String name, String what, ToDoubleFunction<State> value) {
        Gauge.builder(name, standing, s -> value.applyAsDouble(s.state()))
                .description(what)
                .register(registry);
    }
}
