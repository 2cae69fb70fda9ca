package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.RandomSource;

/** The second port, with TLS 1.2 or 1.3, for agencies' systems. */
final class TlsConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final TlsSettings settings;
    private final HubProperties hub;
    private final Environment environment;
    private final Clock clock;
    private final RandomSource random;

    TlsConnector(TlsSettings settings, HubProperties hub, Environment environment, Clock clock, RandomSource random) {
        this.settings = settings;
        this.hub = hub;
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        settings.port().ifPresent(port -> factory.addAdditionalConnectors(connector(port)));
    }

    private Connector connector(int port) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setSSLEnabled(true);
            protocol.setMaxHttpRequestHeaderSize(16 * 1024);
            address(protocol);
        }
        connector.addSslHostConfig(host());
        return connector;
    }

    /** Where the pages listen, so do the doors, unless {@code hub.doors.address} says otherwise. */
    private void address(AbstractHttp11Protocol<?> protocol) {
        String address = environment.getProperty("hub.doors.address", environment.getProperty("server.address", ""));
        if (!address.isBlank()) {
            try {
                protocol.setAddress(java.net.InetAddress.getByName(address));
            } catch (java.net.UnknownHostException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private SSLHostConfig host() {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        try {
            if (settings.keystore().isPresent()) {
                given(certificate, Path.of(settings.keystore().get()));
            } else {
                made(certificate);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.addCertificate(certificate);
        return host;
    }

    private void given(SSLHostConfigCertificate certificate, Path keystore) throws IOException {
        certificate.setCertificateKeystoreFile(keystore.toAbsolutePath().toString());
        certificate.setCertificateKeystoreType("PKCS12");
        certificate.setCertificateKeystorePassword(
                OwnerOnly.secret(Path.of(settings.keystorePasswordFile().orElseThrow())));
    }

    private void made(SSLHostConfigCertificate certificate) throws IOException {
        TlsCertificate made = TlsCertificate.selfSigned(clock.instant(), random);
        certificate.setCertificateKeystore(made.keyStore());
        certificate.setCertificateKeyAlias(TlsCertificate.ALIAS);
        certificate.setCertificateKeystorePassword(made.password());
        LockedFile.alone(
                hub.dataDir().resolve("doors.lock"),
                () -> OwnerOnly.replace(hub.dataDir().resolve("doors.pem"), made.pem()));
    }
}
