package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class SecurityProviderTest {
    private static final SecuritySettings SETTINGS =
            new SecuritySettings("https://sign-in.example:8443/realm", "mash-hub", "not-a-secret");

    private static boolean accepted(Consumer<Jwt.Builder> change) {
        Jwt.Builder token = Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .issuer("https://sign-in.example:8443/realm")
                .audience(List.of("mash-hub"))
                .claim("scope", "openid")
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.parse("9999-01-01T00:00:00Z"));
        change.accept(token);
        return !SecurityProvider.forTheHub(SETTINGS).validate(token.build()).hasErrors();
    }

    @Test
    void acceptsAccessTokensMadeForTheHub() {
        assertThat(accepted(t -> {})).isTrue();
    }

    @Test
    void refusesTokensForOthersAndIdTokens() {
        assertThat(accepted(t -> t.audience(List.of("another-app")))).isFalse();
        assertThat(accepted(t -> t.claims(c -> c.remove("aud")))).isFalse();
        assertThat(accepted(t -> t.issuer("https://elsewhere.example"))).isFalse();
        assertThat(accepted(t -> t.expiresAt(Instant.parse("2020-01-01T00:00:00Z"))))
                .isFalse();
        assertThat(accepted(t -> t.claims(c -> c.remove("scope")))).isFalse();
        assertThat(accepted(t -> t.claim("nonce", "n"))).isFalse();
    }

    @Test
    void doesNotStartWithoutAProvider() {
        assertThatThrownBy(() -> new SecuritySettings("", "mash-hub", "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hub.oidc.issuer");
    }

    @Test
    void namesTheProvidersOrigin() {
        assertThat(SETTINGS.origin()).isEqualTo("https://sign-in.example:8443");
    }
}
