package uk.mashhub.hub.setup;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import uk.mashhub.hub.wiring.Trust;

/** The way to another machine, hop by hop: its name, its port, its certificate. The first that fails is named. */
final class Hop {
    private static final int PATIENCE_MILLIS = 5_000;
    /** A certificate that ends this soon is worth a look. */
    private static final Duration SOON = Duration.ofDays(30);

    private final String part;
    private final String host;
    private final int port;

    Hop(String part, String host, int port) {
        this.part = part;
        this.host = host;
        this.port = port;
    }

    /** Empty if something listens there, otherwise what is in the way. */
    Optional<Finding> plain() {
        try (Socket socket = connected()) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Finding.no(part, words(e)));
        }
    }

    /**
     * Empty if something listens there with a certificate that is trusted, of its name and in date.
     *
     * @param trusted whose certificate alone is trusted, PEM; empty for the JVM's own
     */
    Optional<Finding> tls(Optional<Path> trusted, Instant now) {
        SSLContext context;
        try {
            context = Trust.of(trusted.map(Path::toString).orElse(""));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    Finding.no(part, "the certificate to trust cannot be read: " + trusted.orElse(Path.of(""))));
        }
        try (Socket socket = connected();
                SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.setSoTimeout(PATIENCE_MILLIS);
            secure.startHandshake();
            X509Certificate certificate = (X509Certificate) secure.getSession().getPeerCertificates()[0];
            Instant end = certificate.getNotAfter().toInstant();
            return end.isBefore(now.plus(SOON))
                    ? Optional.of(Finding.look(part, place() + " has a certificate that ends on " + end))
                    : Optional.empty();
        } catch (SSLException e) {
            return Optional.of(Finding.no(part, place() + " answers, but TLS fails: " + InnerFault.words(e)));
        } catch (IOException e) {
            return Optional.of(Finding.no(part, words(e)));
        }
    }

    private Socket connected() throws IOException {
        InetAddress address = InetAddress.getByName(host);
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    private String words(IOException fault) {
        if (fault instanceof UnknownHostException) {
            return host + " is no name that this machine can resolve: look at DNS";
        }
        if (fault instanceof SocketTimeoutException) {
            return place() + " does not answer within 5 seconds: look at the firewall between";
        }
        if (fault instanceof NoRouteToHostException) {
            return "there is no route to " + place();
        }
        if (fault instanceof ConnectException) {
            return place() + " refuses: the machine is there, but nothing listens on that port";
        }
        return place() + ": " + InnerFault.words(fault);
    }

    private String place() {
        return host + ":" + port;
    }
}
