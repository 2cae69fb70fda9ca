package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executors;
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

    /** Joins as the owner of the tables, before anything is written, and says from then on that it runs. */
    @Bean(destroyMethod = "close")
    Heartbeat heartbeat(
            DatabaseServer server, Partnership partnership, DatabaseSchema.Joining joining, RandomSource random)
            throws IOException {
        return Heartbeat.of(
                DatabaseSchema.join(server, partnership, joining, random),
                Executors.newSingleThreadScheduledExecutor(work -> {
                    Thread thread = new Thread(work, "heartbeat");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    @Bean(destroyMethod = "release")
    Instances joined(Heartbeat heartbeat) {
        return heartbeat.hub();
    }

    @Bean(destroyMethod = "close")
    @Primary
    Instances instances(
            @Qualifier("joined") Instances joined,
            Heartbeat heartbeat,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        Instances instances = joined.over(new InstanceStore(jdbc), transactions);
        heartbeat.over(instances);
        return instances;
    }
}
