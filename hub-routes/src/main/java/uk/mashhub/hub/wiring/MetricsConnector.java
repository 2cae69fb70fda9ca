package uk.mashhub.hub.wiring;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/** The port for metrics, without TLS: {@link WebPorts} knows it again by that. */
final class MetricsConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final MetricsSettings settings;

    MetricsConnector(MetricsSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        settings.port().ifPresent(port -> factory.addAdditionalConnectors(connector(port)));
    }

    private Connector connector(int port) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setAddress(settings.host());
        }
        return connector;
    }
}
