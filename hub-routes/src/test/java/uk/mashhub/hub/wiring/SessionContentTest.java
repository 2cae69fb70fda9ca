package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in a session is read again as it was, and what could run code is neither written nor read. */
class SessionContentTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");

    /** Of no session. */
    record Stranger(String name) {}

    private final SessionContent content = new SessionContent(SessionContentTest.class.getClassLoader());

    /** A provider's token names its issuer by an address, and the claims of a token stand in a map of anything. */
    @Test
    void holdsTheAddressOfAnIssuerAmongClaims() throws Exception {
        URL issuer = URI.create("https://sign-in.example/realms/mash").toURL();
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("iss", issuer));

        byte[] written = content.write(NINE, NINE, Map.of("claims", claims));

        assertThat(content.read(written).orElseThrow().attributes()).isEqualTo(Map.of("claims", claims));
    }

    @Test
    void refusesWhatNoSessionHoldsWithoutAWordOfIt() {
        Map<String, Object> attributes = Map.of("found", new Stranger("Quilla"));

        assertThatThrownBy(() -> content.write(NINE, NINE, attributes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Quilla")
                .hasNoCause();
        assertThat(content.read("not of this release".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
