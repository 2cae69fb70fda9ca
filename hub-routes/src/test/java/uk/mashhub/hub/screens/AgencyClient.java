package uk.mashhub.hub.screens;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An agency's system at the doors of {@link Screens}, over TLS, trusting the certificate that the hub wrote down. */
public final class AgencyClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Properties ports = read("ports.properties");
    private final Properties secrets = read("clients.secrets");
    private final HttpClient http =
            HttpClient.newBuilder().sslContext(trusting()).build();

    /** A request for the doors' port, as a principal with its secret. */
    public HttpRequest.Builder as(String principal, String path) {
        return with(principal, secrets.getProperty(principal, ""), path);
    }

    /** A request as a principal with some secret. */
    public HttpRequest.Builder with(String principal, String secret, String path) {
        return doors(path).header("Authorization", basic(principal, secret));
    }

    /** A request for the doors' port from nobody. */
    public HttpRequest.Builder doors(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + ports.getProperty("https") + path));
    }

    /** A request in the clear for the pages' port, with the secret of a principal. */
    public HttpRequest.Builder inTheClear(String principal, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.getProperty("http") + path))
                .header("Authorization", basic(principal, secrets.getProperty(principal, "")));
    }

    /** Sends it. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String principal, String secret) {
        byte[] both = (principal + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Screens.dataDir().resolve(name))) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SSLContext trusting() {
        Path pem = Screens.dataDir().resolve("doors.pem");
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "hub", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
