package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletResponse;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.screens.LoggedViews;
import uk.mashhub.hub.screens.Screens;

/** What browsers are told about every page, and about the session. */
class SecurityHeadersTest {
    private final ViewDoor door = Screens.part(ViewDoor.class);

    @BeforeEach
    void opens() {
        Screens.forget(door);
        LoggedView view = LoggedViews.full();
        when(door.open(any(), any())).thenReturn(Optional.of(view));
    }

    private MockHttpServletResponse packet(boolean encrypted) throws Exception {
        return Screens.mvc()
                .perform(get("/packet/" + LoggedViews.ID).secure(encrypted).with(Screens.as("council-decision")))
                .andReturn()
                .getResponse();
    }

    @Test
    void runNothingFromElsewhereAndKeepNoCopy() throws Exception {
        MockHttpServletResponse page = packet(false);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void stayWithEncryptionOnceThereWasSome() throws Exception {
        assertThat(packet(true).getHeader("Strict-Transport-Security"))
                .contains("max-age=31536000", "includeSubDomains");
    }

    @Test
    void letNoScriptAndNoOtherHostHaveTheSession() throws Exception {
        String port = Screens.part(Environment.class).getProperty("local.server.port");
        String cookie = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("");
        assertThat(cookie)
                .startsWith("__Host-")
                .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }
}
