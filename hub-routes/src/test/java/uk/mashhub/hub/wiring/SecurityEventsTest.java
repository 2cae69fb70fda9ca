package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import uk.mashhub.hub.screens.Screens;

/** Who came in and who did not stands in the hub's own log, and nothing that a stranger typed. */
class SecurityEventsTest {
    private final SecurityEvents events = new SecurityEvents();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(SecurityEvents.class);

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
    }

    private List<String> said() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void tellsWhoByTheProvidersId() {
        var who = UsernamePasswordAuthenticationToken.authenticated("5f0c1f7e", null, List.of());
        events.signedIn(new InteractiveAuthenticationSuccessEvent(who, ProviderManager.class));
        events.signedOut(new LogoutSuccessEvent(who));
        assertThat(said()).containsExactly("signed in: 5f0c1f7e", "signed out: 5f0c1f7e");
    }

    @Test
    void repeatsNothingThatAStrangerTyped() {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated("my-password\nsigned in: admin", "x");
        events.refused(new AuthenticationFailureBadCredentialsEvent(
                attempt, new BadCredentialsException("wrong: my-password")));
        assertThat(said()).containsExactly("a sign-in was refused: BadCredentialsException");
    }

    @Test
    void tellsOfWhoeverComesBackFromTheProviderUnasked() throws Exception {
        String page = Screens.mvc()
                .perform(get("/login/oauth2/code/mash").param("code", "stolen").param("state", "guessed"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page).isEqualTo("/sign-in-failed");
        assertThat(said()).containsExactly("a sign-in was refused: OAuth2AuthenticationException");
    }

    @Test
    void tellsOfASystemWithAWrongSecret() throws Exception {
        Screens.mvc().perform(post("/api/referrals").secure(true).with(httpBasic("school-form", "wrong")));
        assertThat(said()).containsExactly("a sign-in was refused: BadCredentialsException");
    }
}
