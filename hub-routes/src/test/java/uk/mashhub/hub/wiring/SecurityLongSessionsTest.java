package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import uk.mashhub.hub.screens.Screens;

/** However busy, a session ends after the longest shift. */
class SecurityLongSessionsTest {
    private static boolean ended(Duration old) throws Exception {
        MockHttpSession session = new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return getCreationTime() + old.toMillis();
            }
        };
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setSession(session);
        MockFilterChain rest = new MockFilterChain();
        new SecurityLongSessions().doFilter(request, new MockHttpServletResponse(), rest);
        assertThat(rest.getRequest())
                .as("whoever has no session is asked to sign in")
                .isNotNull();
        return session.isInvalid();
    }

    @Test
    void endsAfterTwelveHours() throws Exception {
        // The idle half hour may pass after the last time that counts.
        assertThat(ended(Duration.ofMinutes(11 * 60 + 30).plusMillis(1))).isTrue();
        assertThat(ended(Duration.ofMinutes(11 * 60 + 30))).isFalse();
        assertThat(Screens.part(Environment.class).getProperty("server.servlet.session.timeout"))
                .isEqualTo("30m");
    }

    @Test
    void standsBeforeEveryPage() throws Exception {
        MockHttpSession session = new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return getCreationTime() + Duration.ofHours(13).toMillis();
            }
        };
        Screens.mvc().perform(get("/").session(session));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void takesNobodyForSomebody() throws Exception {
        MockFilterChain rest = new MockFilterChain();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        new SecurityLongSessions().doFilter(request, new MockHttpServletResponse(), rest);
        assertThat(request.getSession(false)).isNull();
    }
}
