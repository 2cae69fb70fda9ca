package uk.mashhub.hub.wiring;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.id.Principal;

/**
 * A broker of its own, reached by address, over TLS unless it is on this machine. Its administrator sets it up with what
 * {@code ./mash init} writes to {@code config/broker} ({@link BrokerScript}); each principal's password is in a file of its name.
 */
public final class ExternalBroker implements Broker {
    private static final String FORM = "hub.broker.url is no address: tcp://host:port?sslEnabled=true";
    /** Dead letters are counted by looking through them; beyond this many the number says no more. */
    private static final int MOST = 1_000;

    private final String address;
    private final Map<Principal, String> secrets;

    private ExternalBroker(String address, Map<Principal, String> secrets) {
        this.address = address;
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Names it; connects to nothing yet.
     *
     * @throws IOException if a password is missing or others can read it, or the passwords would travel in clear
     */
    static ExternalBroker at(String address, Path passwords, BrokerPlan plan) throws IOException {
        requireTls(address);
        Map<Principal, String> secrets = new HashMap<>();
        for (BrokerStation station : plan.stations()) {
            Path file = passwords.resolve(station.principal().value());
            if (!Files.exists(file)) {
                throw new IOException("the broker's password of " + station.principal() + " is not there: " + file);
            }
            secrets.put(station.principal(), OwnerOnly.secret(file));
        }
        return new ExternalBroker(address, secrets);
    }

    /**
     * Bodies are sealed whatever the way; passwords are not.
     *
     * @throws IOException if the passwords would travel in clear, or to whoever answers
     */
    public static void requireTls(String address) throws IOException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IOException(FORM, e);
        }
        if (!"tcp".equals(uri.getScheme()) || uri.getHost() == null || uri.getFragment() != null) {
            throw new IOException(FORM);
        }
        List<String> parameters = List.of((uri.getRawQuery() == null ? "" : uri.getRawQuery()).split("&"));
        if (parameters.contains("trustAll=true") || parameters.contains("verifyHost=false")) {
            throw new IOException("hub.broker.url trusts whoever answers: take out trustAll and verifyHost");
        }
        if (!parameters.contains("sslEnabled=true") && !SafeWay.here(uri.getHost())) {
            throw new IOException("hub.broker.url lacks sslEnabled=true: passwords would cross the network in clear");
        }
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String secret(Principal principal) {
        String secret = secrets.get(principal);
        if (secret == null) {
            throw new IllegalArgumentException("principal " + principal + " is not in the broker's plan");
        }
        return secret;
    }

    @Override
    public long depth(String queue) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address);
                Connection connection = factory.createConnection(BrokerPlan.HUB.value(), secret(BrokerPlan.HUB))) {
            connection.start();
            try (Session session = connection.createSession();
                    QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                Enumeration<?> messages = browser.getEnumeration();
                long count = 0;
                while (count < MOST && messages.hasMoreElements()) {
                    messages.nextElement();
                    count++;
                }
                return count;
            }
        } catch (JMSException e) {
            return -1;
        }
    }

    /** It goes on without the hub. */
    @Override
    public void close() {
        // Nothing of it is ours.
    }
}
