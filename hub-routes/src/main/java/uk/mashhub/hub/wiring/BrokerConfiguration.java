package uk.mashhub.hub.wiring;

import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.model.RandomSource;

/** The broker and the connections to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HubProperties.class, BrokerSettings.class})
public class BrokerConfiguration {

    @Bean
    BrokerPlan brokerPlan(Partnership partnership) {
        return BrokerPlan.of(partnership);
    }

    @Bean(destroyMethod = "close")
    Broker broker(
            BrokerPlan plan,
            BrokerSettings settings,
            HubProperties hub,
            RandomSource random,
            ObjectProvider<Instances> beside)
            throws IOException {
        // A hub that may not run beside another says so, and does not wait for the other's journal.
        beside.ifAvailable(allowed -> {});
        if (settings.embedded()) {
            return BrokerServer.start(plan, settings, hub.dataDir().resolve("artemis"), random);
        }
        if (settings.passwords() == null) {
            throw new IOException("hub.broker.passwords names no folder with the broker's passwords");
        }
        return ExternalBroker.at(settings.url(), settings.passwords(), plan);
    }

    @Bean(destroyMethod = "close")
    JmsConnections jmsConnections(Broker broker) {
        return new JmsConnections(broker);
    }
}
