package uk.mashhub.hub.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.storage.Backlog;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.model.id.SourceId;

/** What is seen of a running hub from outside: health that goes red, and numbers. Labels are words of the configuration alone. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsSettings.class)
class WatchConfiguration {
    private static final String SECONDS = "seconds";

    @Bean
    JourneyMeters journeyMeters(MeterRegistry registry) {
        return new JourneyMeters(registry);
    }

    @Bean
    Watch watch(
            JdbcClient jdbc,
            Partnership partnership,
            Broker broker,
            JourneyMeters meters,
            PublishedPolicy published,
            Publications publications,
            Probe probe,
            KeyEpochs keys,
            Clock clock) {
        return new Watch(
                new Backlog(jdbc),
                partnership,
                queue -> broker.depth(address(queue)),
                meters::done,
                () -> published.inForce() && !publications.late(),
                () -> published.unreviewed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                probe,
                keys::check,
                clock);
    }

    private static String address(String queue) {
        return queue.equals("intake") ? Addresses.INTAKE : Addresses.ANSWERS;
    }

    /** Red while the keystore lacks a key that the database needs. */
    @Bean
    HealthIndicator keysHealth(Watch watch) {
        return () -> red(!watch.seen().keys());
    }

    /** Red while nothing can be written to database and log. */
    @Bean
    HealthIndicator writableHealth(Watch watch) {
        return () -> red(!watch.seen().writable());
    }

    /** Red while messages wait of which none is taken, or the outbox does not empty. */
    @Bean
    HealthIndicator queueHealth(Watch watch, MetricsSettings settings) {
        return () -> red(watch.seen().longestStuck().compareTo(settings.stuck()) > 0);
    }

    /** Red while a source owes an answer for too long. */
    @Bean
    HealthIndicator sourceHealth(Watch watch, MetricsSettings settings) {
        return () -> red(watch.seen().longestSilent().compareTo(settings.silent()) > 0);
    }

    private static Health red(boolean wrong) {
        return wrong ? Health.down().build() : Health.up().build();
    }

    @Bean
    MeterBinder watchMeters(Watch watch, FaultGate gate, Alarms alarms, Partnership partnership) {
        return registry -> {
            standing(registry, watch, gate);
            waiting(registry, watch);
            for (Area area : partnership.areas()) {
                Gauge.builder("mash.unrated", alarms, a -> a.unrated(area.code()))
                        .description("contacts that nobody has rated for longer than the area allows")
                        .tag("area", area.code().value())
                        .register(registry);
            }
            Gauge.builder("mash.dead.letters", alarms, Alarms::deadLetters)
                    .description("messages that nobody could read")
                    .register(registry);
        };
    }

    private static void standing(MeterRegistry registry, Watch watch, FaultGate gate) {
        Gauge.builder("mash.consuming", gate, g -> g.fault().isEmpty() ? 1 : 0)
                .description("1 while messages are taken")
                .register(registry);
        of(
                registry,
                watch,
                "mash.policy.in.force",
                "1 while the policy that is due is in force",
                s -> s.policy() ? 1 : 0);
        of(
                registry,
                watch,
                "mash.policy.unreviewed",
                "rules in force whose day of review is over",
                Watch.Seen::unreviewed);
        of(registry, watch, "mash.writable", "1 while database and log take entries", s -> s.writable() ? 1 : 0);
        of(registry, watch, "mash.keys", "1 while every key is there that the database needs", s -> s.keys() ? 1 : 0);
    }

    private static void waiting(MeterRegistry registry, Watch watch) {
        of(
                registry,
                watch,
                "mash.outbox",
                "messages that are not sent",
                s -> s.unsent().number());
        Gauge.builder(
                        "mash.outbox.oldest",
                        watch,
                        w -> seconds(w.seen().unsent().oldest()))
                .description("for how long the oldest is not")
                .baseUnit(SECONDS)
                .register(registry);
        for (String queue : Watch.QUEUES) {
            Gauge.builder("mash.queue", watch, w -> w.seen().depths().getOrDefault(queue, 0L))
                    .description("messages that wait; negative while the broker does not say")
                    .tag("queue", queue)
                    .register(registry);
            Gauge.builder("mash.queue.stuck", watch, w -> seconds(w.seen().stuck(queue)))
                    .description("for how long messages wait of which none is taken")
                    .baseUnit(SECONDS)
                    .tag("queue", queue)
                    .register(registry);
        }
        for (SourceId source : watch.sources()) {
            Gauge.builder("mash.source.unanswered", watch, w -> waits(w, source).number())
                    .description("questions without an answer")
                    .tag("source", source.value())
                    .register(registry);
            Gauge.builder(
                            "mash.source.silent",
                            watch,
                            w -> seconds(waits(w, source).oldest()))
                    .description("for how long the oldest of them is without")
                    .baseUnit(SECONDS)
                    .tag("source", source.value())
                    .register(registry);
        }
    }

    private static Watch.Waits waits(Watch watch, SourceId source) {
        return watch.seen().unanswered().getOrDefault(source.value(), Watch.Waits.NONE);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void of(
            MeterRegistry registry, Watch watch, String name, String what, ToDoubleFunction<Watch.Seen> value) {
        Gauge.builder(name, watch, w -> value.applyAsDouble(w.seen()))
                .description(what)
                .register(registry);
    }
}
