package uk.mashhub.hub.wiring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import uk.mashhub.model.id.Principal;

/** Connections to the broker, each as one principal; what a connection sends, the broker marks with that name. */
public final class JmsConnections implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final Broker broker;
    private final Map<Principal, JmsPoolConnectionFactory> pools = new ConcurrentHashMap<>();

    JmsConnections(Broker broker) {
        this.broker = broker;
    }

    /**
     * The pool of a principal.
     *
     * @throws IllegalArgumentException if the broker's plan does not know it
     */
    public JmsPoolConnectionFactory of(Principal principal) {
        return pools.computeIfAbsent(principal, this::pool);
    }

    private JmsPoolConnectionFactory pool(Principal principal) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.address());
        factory.setUser(principal.value());
        factory.setPassword(broker.secret(principal));
        // A durable send returns after the journal has it.
        factory.setBlockOnDurableSend(true);
        // Redelivery must not find messages that wait unread in another consumer's buffer.
        factory.setConsumerWindowSize(0);
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(factory);
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    @Override
    public void close() {
        pools.values().forEach(JmsPoolConnectionFactory::stop);
    }
}
