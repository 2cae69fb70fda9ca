package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.SettingsLog;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.model.RandomSource;

/** This hub among those of its database (docs/operations/two-hubs.md). */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {

    @Bean(destroyMethod = "close")
    Instances instances(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            HubProperties hub,
            BrokerSettings broker,
            SettingsLog settings,
            Clock clock,
            RandomSource random)
            throws IOException {
        Instances instances = new Instances(
                new InstanceStore(jdbc),
                transactions,
                hub.dataDir().resolve("instances"),
                random.uuid(),
                settings.digest(),
                !broker.embedded(),
                clock);
        instances.join();
        return instances;
    }

    @Bean
    RouteBuilder instanceRoutes(Instances instances) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("timer:instance?period=5000&delay=5000")
                        .routeId("instance")
                        .process(e -> beat(instances));
            }
        };
    }

    private static void beat(Instances instances) {
        try {
            instances.beat();
        } catch (RuntimeException e) {
            // The database is away. That is told elsewhere, and the next beat says that this hub still runs.
            return;
        }
    }
}
