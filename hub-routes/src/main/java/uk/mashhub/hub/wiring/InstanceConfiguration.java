package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.model.RandomSource;

/** This hub among those of its database (docs/operations/two-hubs.md). */
@Configuration(proxyBeanMethods = false)
class InstanceConfiguration {
    private static final String REFUSED = "another hub, beside which this one may not run, took it for dead";

    @Bean
    DatabaseSchema.Joining joining(
            HubProperties hub,
            BrokerSettings broker,
            @Value("${hub.log.policy:}") String logPolicy,
            Clock clock,
            RandomSource random)
            throws IOException {
        String common = InCommon.digest(hub, logPolicy);
        return (store, transactions) -> new Instances(
                store,
                transactions,
                hub.dataDir().resolve("instances"),
                random.uuid(),
                common,
                !broker.embedded(),
                clock);
    }

    /** Joins as the owner of the tables, before anything is written. */
    @Bean(destroyMethod = "release")
    Instances joined(
            DatabaseServer server, Partnership partnership, DatabaseSchema.Joining joining, RandomSource random)
            throws IOException {
        return DatabaseSchema.join(server, partnership, joining, random);
    }

    @Bean(destroyMethod = "close")
    @Primary
    Instances instances(@Qualifier("joined") Instances joined, JdbcClient jdbc, TransactionTemplate transactions) {
        return joined.over(new InstanceStore(jdbc), transactions);
    }

    @Bean
    RouteBuilder instanceRoutes(Instances instances, FaultGate gate) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("timer:instance?period=5000&delay=5000")
                        .routeId("instance")
                        .process(e -> beat(instances, gate));
            }
        };
    }

    /** One that is refused takes nothing more; the probe opens the gate when it is let in again. */
    private static void beat(Instances instances, FaultGate gate) {
        try {
            instances.beat();
        } catch (RuntimeException e) {
            // Otherwise the database is away. That is told elsewhere, and the next beat says that this hub still runs.
            if (instances.refused()) {
                gate.shut(REFUSED);
            }
        }
    }
}
