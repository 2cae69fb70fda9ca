package uk.mashhub.hub.wiring;

import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;
import uk.mashhub.model.id.Principal;

/**
 * One Camel component for each principal of the broker's plan, with that principal's own connections: {@code jms-hub},
 * {@code jms-police-records}. Local transactions: an exception in a route gives the message back.
 */
final class CamelComponents implements CamelContextConfiguration {
    private final BrokerPlan plan;
    private final JmsConnections connections;
    private final SourceRoutes sources;

    CamelComponents(BrokerPlan plan, JmsConnections connections, SourceRoutes sources) {
        this.plan = plan;
        this.connections = connections;
        this.sources = sources;
    }

    /** The component of a principal. */
    static String name(Principal principal) {
        return "jms-" + principal;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        for (BrokerStation station : plan.stations()) {
            camel.addComponent(name(station.principal()), component(connections.of(station.principal())));
        }
        sources.add(camel);
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // Everything is started with the context itself.
    }

    private static JmsComponent component(JmsPoolConnectionFactory connections) {
        JmsComponent jms = JmsComponent.jmsComponentTransacted(connections, new JmsTransactionManager(connections));
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setDeliveryPersistent(true);
        jms.setReceiveTimeout(1_000);
        // Headers of a message never choose where an answer goes.
        jms.setDisableReplyTo(true);
        return jms;
    }
}
