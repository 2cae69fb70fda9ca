package uk.mashhub.hub.setup;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.wiring.BrokerScript;
import uk.mashhub.hub.wiring.BrokerSettings;
import uk.mashhub.hub.wiring.ExternalBroker;
import uk.mashhub.hub.wiring.HubProperties;

/** An external broker: that it can be reached, and that every principal of the configured areas signs in. */
final class BrokerReadiness {
    private static final String PART = "broker";
    private static final int PORT = 61617;

    private final HubProperties hub;
    private final BrokerSettings settings;

    BrokerReadiness(HubProperties hub, BrokerSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    List<Finding> look() {
        if (settings.url().isBlank()) {
            return List.of(Finding.ok(PART, "the hub's own, under " + hub.dataDir()));
        }
        Path passwords = settings.passwords();
        if (passwords == null) {
            return List.of(Finding.no(PART, "hub.broker.passwords names no folder with the broker's passwords"));
        }
        try {
            ExternalBroker.requireTls(settings.url());
            Optional<Finding> away = reach();
            return away.isPresent() ? List.of(away.get()) : principals(passwords);
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Finding.no(PART, InnerFault.words(e)));
        }
    }

    private Optional<Finding> reach() {
        URI uri = URI.create(settings.url());
        if (uri.getHost() == null) {
            return Optional.of(Finding.no(PART, "hub.broker.url is no address: tcp://host:port?sslEnabled=true"));
        }
        return new Hop(PART, uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort()).plain();
    }

    private List<Finding> principals(Path passwords) throws IOException {
        List<Finding> found = new ArrayList<>();
        int signedIn = 0;
        for (String name :
                BrokerScript.principals(Partnership.load(hub.configDir().resolve("areas")))) {
            try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(settings.url());
                    Connection connection = factory.createConnection(name, OwnerOnly.secret(passwords.resolve(name)))) {
                connection.start();
                signedIn++;
            } catch (JMSException | IOException e) {
                found.add(Finding.no(PART, name + " cannot sign in: " + InnerFault.words(e)));
            }
        }
        if (signedIn > 0) {
            found.add(0, Finding.ok(PART, signedIn + " principals sign in"));
        }
        return found;
    }
}
