package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.Principal;

/** The embedded broker. Its journal is durable; its only door is in this process, and that door asks for a secret. */
public final class BrokerServer implements Broker {
    /** In-VM addresses are of the whole JVM, so each broker of it gets its own. */
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final BrokerSecurity security;
    private final String address;

    private BrokerServer(BrokerSecurity security, String address) {
        this.security = security;
        this.address = address;
    }

    /** @param folder where its journal goes; made with mode 0700 */
    public static BrokerServer start(BrokerPlan plan, BrokerSettings settings, Path folder, RandomSource random)
            throws IOException {
        BrokerServer server = new BrokerServer(new BrokerSecurity(plan, random), "vm://" + NEXT.incrementAndGet());
        server.broker.setConfiguration(BrokerLayout.of(plan, settings, folder, server.address));
        server.broker.setSecurityManager(server.security);
        try {
            server.broker.start();
            // Artemis reports a journal that cannot be read in its log and goes on without its door; that is no start.
            if (!server.broker.getActiveMQServer().isActive()) {
                throw new IOException("the broker did not become active");
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the broker does not start", e);
        }
        return server;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String secret(Principal principal) {
        return security.secret(principal);
    }

    /** Whether it takes connections. */
    public boolean isActive() {
        return broker.getActiveMQServer().isActive();
    }

    @Override
    public long depth(String queue) {
        Queue found = broker.getActiveMQServer().locateQueue(queue);
        return found == null ? -1 : found.getMessageCount();
    }

    @Override
    public void close() throws IOException {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IOException("the broker does not stop", e);
        }
    }
}
