package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

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
        assertThat(ended(Duration.ofHours(12).plusMillis(1))).isTrue();
        assertThat(ended(Duration.ofHours(12))).isFalse();
    }

    @Test
    void takesNobodyForSomebody() throws Exception {
        MockFilterChain rest = new MockFilterChain();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        new SecurityLongSessions().doFilter(request, new MockHttpServletResponse(), rest);
        assertThat(request.getSession(false)).isNull();
    }
}
