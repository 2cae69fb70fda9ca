package uk.mashhub.hub.command;

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

/** An agency's system at the hub's HTTPS door, trusting the hub's certificate and nothing else. */
public final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI base;
    private final Properties clients;

    /** The door of a demo that runs with this data folder. */
    public Door(Path dataDir) throws IOException, GeneralSecurityException {
        this(dataDir, read(dataDir.resolve(DemoClients.FILE)));
    }

    /**
     * The door of a hub that runs with this data folder.
     *
     * @param clients the secret of each principal
     */
    Door(Path dataDir, Properties clients) throws IOException, GeneralSecurityException {
        Properties ports = read(dataDir.resolve("ports.properties"));
        this.base = URI.create("https://127.0.0.1:" + ports.getProperty("https"));
        this.clients = clients;
        this.http = HttpClient.newBuilder()
                .sslContext(trusting(dataDir.resolve("doors.pem")))
                .build();
    }

    /** Sends a referral form; returns the status and the answer. */
    public Visitor.Answered form(String principal, String messageId, byte[] body)
            throws IOException, InterruptedException {
        return post("/api/referrals", "application/json", principal, messageId, body);
    }

    /** Sends a FHIR message. */
    public Visitor.Answered fhir(String principal, String messageId, byte[] body)
            throws IOException, InterruptedException {
        return post("/fhir/$process-message", "application/fhir+json", principal, messageId, body);
    }

    /** Fetches the outcome of what a principal sent; returns the status and the answer. */
    public Visitor.Answered outcome(String principal, String receipt, boolean fhir)
            throws IOException, InterruptedException {
        String path = fhir ? "/fhir/Task/" + receipt : "/api/referrals/" + receipt + "/outcome";
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Authorization", basic(principal))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Visitor.Answered(response.statusCode(), response.body());
    }

    private String basic(String principal) {
        String both = principal + ":" + clients.getProperty(principal, "");
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor.Answered post(String path, String type, String principal, String messageId, byte[] body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .header("Message-Id", messageId)
                        .header("Authorization", basic(principal))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Visitor.Answered(response.statusCode(), response.body());
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return properties;
    }

    private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "hub", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
