package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionsAwayTest {
    private static int status(boolean refused, String path) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SessionsAway(() -> refused)
                .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void showsNothingButItsHealthWhileAnotherHubKeepsThisOneFromRunning() throws ServletException, IOException {
        assertThat(status(true, "/queue")).isEqualTo(503);
        assertThat(status(true, "/actuator/health")).isEqualTo(200);
        assertThat(status(false, "/queue")).isEqualTo(200);
    }
}
