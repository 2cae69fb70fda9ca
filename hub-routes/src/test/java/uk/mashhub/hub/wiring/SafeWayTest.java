package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.storage.server.TestDatabase;

/** Nothing crosses a network in clear, or to whoever answers. */
class SafeWayTest {
    private static final String FAR = "jdbc:postgresql://db.example.org:5432/mash";
    private static final String FULL = "?sslmode=verify-full&sslrootcert=/etc/ssl/ca.pem";

    @Test
    void takesADatabaseHereOrOneWhoseCertificateIsLookedAt() {
        for (String safe : List.of(
                FAR + FULL,
                "jdbc:postgresql://127.0.0.1:5432/mash",
                "jdbc:postgresql://localhost/mash",
                "jdbc:postgresql://[::1]:5432/mash",
                "jdbc:postgresql:mash")) {
            assertThat(SafeWay.faultOfDatabase(safe)).as(safe).isEmpty();
        }
        for (String open : List.of(
                FAR,
                FAR + "?sslmode=require&sslrootcert=/etc/ssl/ca.pem",
                FAR + "?sslmode=verify-ca&sslrootcert=/etc/ssl/ca.pem",
                FAR + "?ssl=true",
                FAR + "?sslmode=verify-full",
                FAR + FULL + "&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                FAR + FULL + "&sslhostnameverifier=org.example.Anybody",
                "jdbc:postgresql://127.0.0.1,db.example.org/mash",
                "jdbc:mysql://db.example.org/mash")) {
            assertThat(SafeWay.faultOfDatabase(open)).as(open).isPresent();
        }
    }

    @Test
    void startsWithNoDatabaseThatItWouldReachInClear() {
        DatabaseSettings far = new DatabaseSettings(FAR, 0, Path.of("nowhere"), 2);
        assertThatThrownBy(() -> DatabaseServer.start(
                        far, Path.of("nowhere"), TestDatabase.shared().keys, TestDatabase.shared().random))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sslmode=verify-full");
    }

    @Test
    void startsWithNoProviderThatItWouldReachInClear() {
        assertThat(new SecuritySettings("http://localhost:8080/realm", "mash-hub", "s").issuer())
                .isNotEmpty();
        for (String open : List.of("http://login.example.org/realm", "ftp://login.example.org", "https:realm", "a b")) {
            assertThatThrownBy(() -> new SecuritySettings(open, "mash-hub", "s"))
                    .as(open)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("hub.oidc.issuer");
        }
    }

    /** What the discovery document says is looked at too. */
    @Test
    void asksNoProviderWhoseKeysComeInClear() throws IOException {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        String issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
        byte[] document = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer + "/authorize",
                        "token_endpoint",
                        issuer + "/token",
                        "jwks_uri",
                        "http://keys.example.org/jwks",
                        "subject_types_supported",
                        List.of("public")))
                .getBytes(StandardCharsets.UTF_8);
        provider.createContext("/.well-known/openid-configuration", call -> {
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, document.length);
            call.getResponseBody().write(document);
            call.close();
        });
        provider.start();
        try {
            SecuritySettings settings = new SecuritySettings(issuer, "mash-hub", "s");
            assertThatThrownBy(() -> SecurityProvider.registrations(settings).findByRegistrationId(SecurityProvider.ID))
                    .hasStackTraceContaining("is no https address");
            assertThatThrownBy(() -> SecurityProvider.tokens(settings).decode("a.b.c"))
                    .isInstanceOf(BadJwtException.class)
                    .hasMessageContaining("cannot be asked");
        } finally {
            provider.stop(0);
        }
    }
}
