package uk.mashhub.hub.setup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.hub.wiring.PagesAddress;
import uk.mashhub.hub.wiring.SafeWay;
import uk.mashhub.hub.wiring.SourceAddresses;
import uk.mashhub.hub.wiring.SourceAddresses.SourceAddress;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.TrustPolicy;

/** What is at other people's: the identity provider, the sources, the witnesses, the time authority; and the hub's own certificate. */
final class OutsideReadiness {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofDays(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Home home;
    private final HubProperties hub;
    private final Clock clock;

    OutsideReadiness(Home home, HubProperties hub, Clock clock) {
        this.home = home;
        this.hub = hub;
        this.clock = clock;
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        found.add(pages());
        found.add(signIn());
        found.addAll(sources());
        found.add(certificate());
        found.addAll(log());
        return found;
    }

    private Finding pages() {
        String part = "pages";
        return PagesAddress.inClear(this::ofPages)
                .map(words -> Finding.no(part, words))
                .orElseGet(() -> Finding.ok(part, "with TLS, or for a proxy on this machine alone"));
    }

    /** Where the folder says nothing the release's own settings hold: this machine alone. */
    private String ofPages(String name) {
        String said = home.setting(name);
        return said.isBlank() && name.equals("server.address") ? "127.0.0.1" : said;
    }

    private Finding signIn() {
        String part = "sign-in";
        String issuer = home.setting("hub.oidc.issuer");
        if (issuer.isBlank()) {
            return Finding.no(part, "hub.oidc.issuer is not set: nobody could sign in");
        }
        Optional<String> inClear = SafeWay.faultOfAddress("hub.oidc.issuer", issuer);
        if (inClear.isPresent()) {
            return Finding.no(part, inClear.get());
        }
        if (home.setting("hub.oidc.client-secret").isBlank()) {
            return Finding.no(part, "there is no file secrets/settings/hub.oidc.client-secret");
        }
        try {
            URI discovery = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
            Optional<Finding> away = hop(part, discovery, Optional.empty());
            if (away.isPresent()) {
                return away.get();
            }
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(discovery).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                return Finding.no(part, discovery + " answers " + answer.statusCode());
            }
            JsonNode provider = JSON.readTree(answer.body());
            Optional<String> address = Stream.of("authorization_endpoint", "token_endpoint", "jwks_uri")
                    .flatMap(a -> SafeWay.faultOfAddress(
                            "the provider's " + a, provider.path(a).asString(""))
                            .stream())
                    .findFirst();
            if (address.isPresent()) {
                return Finding.no(part, address.get());
            }
            String said = provider.path("issuer").asString("");
            return said.equals(issuer)
                    ? Finding.ok(part, issuer)
                    : Finding.no(part, "the provider calls itself " + said + ", and hub.oidc.issuer says " + issuer);
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            return Finding.no(part, issuer + ": " + InnerFault.words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.no(part, "interrupted");
        }
    }

    private List<Finding> sources() {
        List<SourceAddress> addresses;
        try {
            addresses = SourceAddresses.of(hub.configDir().resolve("sources"), home::filled);
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Finding.no("sources", InnerFault.words(e)));
        }
        if (addresses.isEmpty()) {
            return List.of(Finding.look("sources", "no agency's system is plugged in: every team answers on a form"));
        }
        return addresses.stream().map(this::source).toList();
    }

    private Finding source(SourceAddress address) {
        String part = "source " + address.source();
        for (Path file : address.files()) {
            if (!Files.isReadable(file)) {
                return Finding.no(part, "there is no " + file);
            }
        }
        return hop(part, address.address(), address.certificate())
                .orElseGet(() -> Finding.ok(part, address.address().getHost() + " answers"));
    }

    private Optional<Finding> hop(String part, URI uri, Optional<Path> trusted) {
        if (uri.getHost() == null) {
            return Optional.of(Finding.no(part, "its address names no machine"));
        }
        return switch (String.valueOf(uri.getScheme())) {
            case "https" -> new Hop(part, uri.getHost(), port(uri, 443)).tls(trusted, clock.instant());
            case "http" -> new Hop(part, uri.getHost(), port(uri, 80)).plain();
            case "sftp" -> new Hop(part, uri.getHost(), port(uri, 22)).plain();
            default -> Optional.of(Finding.no(part, "its address is neither https, http nor sftp"));
        };
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private Finding certificate() {
        String part = "doors";
        String keystore = home.setting("hub.doors.keystore");
        if (keystore.isBlank()) {
            return Finding.look(part, "no certificate is given: the hub signs one itself, which is for trying it only");
        }
        try {
            char[] password = OwnerOnly.secret(Path.of(home.setting("hub.doors.keystore-password-file")))
                    .toCharArray();
            KeyStore store = KeyStore.getInstance(Path.of(keystore).toFile(), password);
            Instant end = Instant.MAX;
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    Instant its = certificate.getNotAfter().toInstant();
                    end = its.isBefore(end) ? its : end;
                }
            }
            if (end.isBefore(clock.instant())) {
                return Finding.no(part, "the certificate ended on " + end);
            }
            return end.isBefore(clock.instant().plus(SOON))
                    ? Finding.look(part, "the certificate ends on " + end)
                    : Finding.ok(part, "the certificate holds until " + end);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Finding.no(part, InnerFault.words(e));
        }
    }

    private List<Finding> log() {
        List<Finding> found = new ArrayList<>();
        String policy = home.setting("hub.log.policy");
        if (policy.isBlank()) {
            found.add(Finding.look(
                    "witnesses", "none is named: the log's operator alone vouches for it (hub.log.policy)"));
        } else {
            found.addAll(witnesses(policy));
        }
        String time = home.setting("hub.log.time.url");
        found.add(
                time.isBlank()
                        ? Finding.look("time", "no time authority is named: nobody else says when the log was so long")
                        : hop("time", URI.create(time), Optional.empty())
                                .orElseGet(() ->
                                        Finding.ok("time", URI.create(time).getHost() + " answers")));
        return found;
    }

    private List<Finding> witnesses(String policy) {
        try {
            Map<String, String> addresses =
                    TrustPolicy.read(Files.readAllBytes(Path.of(policy))).addresses();
            return addresses.entrySet().stream()
                    .map(w -> hop("witness " + w.getKey(), URI.create(w.getValue()), Optional.empty())
                            // Too few witnesses are no reason to stop work.
                            .map(f -> Finding.look(f.part(), f.words()))
                            .orElseGet(() -> Finding.ok("witness " + w.getKey(), "answers")))
                    .toList();
        } catch (IOException | PolicyText.Malformed | IllegalArgumentException e) {
            return List.of(Finding.no("witnesses", policy + ": " + InnerFault.words(e)));
        }
    }
}
