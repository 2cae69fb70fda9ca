package uk.mashhub.simulators.police;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.mashhub.simulators.AgencySimulator;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * A police force: its records system over HTTP and HTTPS on 127.0.0.1 with an OAuth2 token endpoint, and its notifications
 * in the SFTP account {@code police}. Each fault can be switched on and off while it runs.
 */
public final class PoliceSimulator implements AgencySimulator {
    private static final String CLIENT = "mash-hub";

    private final Switches switches = new Switches();
    private @Nullable WireMockServer server;
    private @Nullable SimulatorSettings settings;
    private @Nullable SelfSigned tls;
    private String secret = "";

    @Override
    public String name() {
        return "police";
    }

    @Override
    public void start(SimulatorSettings newSettings) {
        settings = newSettings;
        secret = HexFormat.of().formatHex(newSettings.random().bytes(16));
        tls = certificate(newSettings);
        WireMockServer starting = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort()
                .keystoreType("PKCS12")
                .keystorePath(tls.keystore().toString())
                .keystorePassword(secret)
                .keyManagerPassword(secret)
                .maxRequestJournalEntries(1_000)
                .extensions(new RecordsApi(switches, newSettings.random(), CLIENT, secret)));
        server = starting;
        starting.start();
        starting.stubFor(any(anyUrl()).willReturn(ok()));
    }

    private SelfSigned certificate(SimulatorSettings from) {
        try {
            return SelfSigned.in(from.directory(), from.clock(), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys end in {@code url} for HTTP, {@code secureUrl} for HTTPS; {@code certificate} is the PEM file to trust. */
    @Override
    public Map<String, String> endpoints() {
        String origin = "http://127.0.0.1:" + running().port();
        String secure = "https://127.0.0.1:" + running().httpsPort();
        return Map.ofEntries(
                Map.entry("police.url", origin + RecordsApi.API_PATH),
                Map.entry("police.tokenUrl", origin + RecordsApi.TOKEN_PATH),
                Map.entry("police.secureUrl", secure + RecordsApi.API_PATH),
                Map.entry("police.secureTokenUrl", secure + RecordsApi.TOKEN_PATH),
                Map.entry("police.certificate", certificateFile()),
                Map.entry("police.clientId", CLIENT),
                Map.entry("police.clientSecret", secret),
                Map.entry("police.ownForce", "Exampleshire Police"));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /**
     * Puts a sample notification into the SFTP account, as the force's own system would: under another name first.
     *
     * @param name one of {@link PoliceFiles#NOTIFICATIONS}
     */
    public void send(String name) {
        if (settings == null) {
            throw new IllegalStateException("not started");
        }
        Path inbox = settings.inbox(name());
        Path part = inbox.resolve(name + ".xml.part");
        try {
            Files.write(part, PoliceFiles.notification(name));
            Files.move(part, inbox.resolve(name + ".xml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes requests of the records API and does not answer. The token endpoint goes on working in all of these. */
    public void hang() {
        switches.hang();
    }

    /** Answers every request with a status such as 500. */
    public void fail(int status) {
        switches.fail(status);
    }

    /** Knows nobody. */
    public void forgetEverybody() {
        switches.forgetEverybody();
    }

    /** Breaks every connection off. */
    public void takeDown() {
        switches.takeDown();
    }

    /** Answers every request with 200 and these words. */
    public void send(String contentType, String body) {
        switches.send(contentType, body);
    }

    /**
     * Answers 403 to some requests.
     *
     * @param endOfPath such as {@code search} or {@code intelligence}
     * @param code such as {@code PURPOSE_NOT_AGREED}
     */
    public void refuse(String endOfPath, String code) {
        switches.refuse(endOfPath, code);
    }

    /** Answers 401 to the next request, whatever its token. */
    public void refuseOneToken() {
        switches.refuseOneToken();
    }

    /** Takes no client credentials any more. */
    public void rejectCredentials() {
        switches.rejectCredentials();
    }

    /** All is well again. */
    public void bringUp() {
        switches.clear();
    }

    /** Paths with queries of the last thousand requests, in no particular order. */
    public List<String> requestedAddresses() {
        return running().getAllServeEvents().stream()
                .map(e -> e.getRequest().getUrl())
                .toList();
    }

    private String certificateFile() {
        if (tls == null) {
            throw new IllegalStateException("not started");
        }
        return tls.certificate().toAbsolutePath().toString();
    }

    private WireMockServer running() {
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server;
    }
}
