package uk.mashhub.hub.wiring;

import java.io.IOException;
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
    BrokerServer brokerServer(BrokerPlan plan, BrokerSettings settings, HubProperties hub, RandomSource random)
            throws IOException {
        return BrokerServer.start(plan, settings, hub.dataDir().resolve("artemis"), random);
    }

    @Bean(destroyMethod = "close")
    JmsConnections jmsConnections(BrokerServer broker) {
        return new JmsConnections(broker);
    }
}
