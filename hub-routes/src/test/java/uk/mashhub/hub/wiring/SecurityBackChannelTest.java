package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** Whoever is signed out at the provider, or has left, sees nothing more at the hub (OpenID Connect Back-Channel Logout 1.0). */
class SecurityBackChannelTest {
    /** Of the demo's people the one whom no other test knows: all her sessions end here. */
    private static final String LOGIN = "ig-council-2";

    private static final String SUBJECT = "84a6c0e2-1b7d-4f93-a5e8-d2c4b6f09aaa";
    private static final String QUEUE = "/api/desk/queue";

    private final TheHub hub = TheHub.started();
    private final String issuer = hub.provider().issuer().toString();

    /** As section 2.4 of the specification has them. */
    private Map<String, Object> claims(String subject) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", List.of("mash-hub"));
        claims.put("sub", subject);
        // In the second before: whoever signs in afterwards, in the same second too, is not signed out by it.
        claims.put("iat", Instant.now().minusSeconds(1));
        claims.put("exp", Instant.now().plusSeconds(120));
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    private int said(Map<String, Object> claims) throws IOException, InterruptedException {
        return posted(hub.provider().token("logout+jwt", claims));
    }

    private int posted(String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(hub.url() + SecurityBackChannel.PATH))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("no session is begun for a provider")
                .isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .as("section 2.8")
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        return answer.statusCode();
    }

    @Test
    void endsEverySessionOfWhoeverIsSignedOutThere() throws Exception {
        Visitor desk = Visitor.signIn(hub.url(), LOGIN);
        Visitor laptop = Visitor.signIn(hub.url(), LOGIN);
        assertThat(desk.status(QUEUE)).isEqualTo(200);

        assertThat(said(claims(UUID.randomUUID().toString())))
                .as("somebody else")
                .isEqualTo(200);
        assertThat(laptop.status(QUEUE)).isEqualTo(200);

        assertThat(said(claims(SUBJECT))).isEqualTo(200);
        assertThat(desk.status(QUEUE)).isEqualTo(401);
        assertThat(laptop.status(QUEUE)).isEqualTo(401);
    }

    @Test
    void takesNobodysWordButTheProviders() throws Exception {
        Visitor desk = Visitor.signIn(hub.url(), LOGIN);
        Map<String, Object> other = claims(SUBJECT);
        other.put("aud", List.of("another"));
        Map<String, Object> foreign = claims(SUBJECT);
        foreign.put("iss", "https://sign-in.example");
        Map<String, Object> over = claims(SUBJECT);
        over.put("iat", Instant.now().minusSeconds(900));
        over.put("exp", Instant.now().minusSeconds(600));
        Map<String, Object> signIn = claims(SUBJECT);
        signIn.put("nonce", "of a sign-in");
        Map<String, Object> nothing = claims(SUBJECT);
        nothing.remove("events");
        Map<String, Object> nobody = claims(SUBJECT);
        nobody.remove("sub");
        for (Map<String, Object> wrong : List.of(other, foreign, over, signIn, nothing, nobody)) {
            assertThat(said(wrong)).as(wrong.keySet().toString()).isEqualTo(400);
        }
        String signed = hub.provider().token("logout+jwt", claims(SUBJECT));
        assertThat(posted(signed.substring(0, signed.lastIndexOf('.') + 1) + "AAAA"))
                .as("another key")
                .isEqualTo(400);
        assertThat(posted("no token")).isEqualTo(400);

        assertThat(desk.status(QUEUE)).isEqualTo(200);
    }
}
