package uk.mashhub.hub.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import uk.mashhub.hub.storage.SessionStore;
import uk.mashhub.hub.storage.SessionStore.Whose;

/**
 * Where the provider says that somebody is signed out there, has left or has lost their account: their sessions end on every hub of the
 * database, without a browser (OpenID Connect Back-Channel Logout 1.0). The token's signature, issuer, audience, time and event are
 * checked by Spring Security; a token that names nobody is none.
 */
final class SecurityBackChannel implements LogoutHandler {
    /** Of the pages' address; what the provider is told. */
    static final String PATH = "/logout/connect/back-channel/" + SecurityProvider.ID;

    /** As long as a session lasts that began in the same moment, and an hour: the provider's clock may be slow. */
    private static final Duration REMEMBERED = SessionsOfPages.LONGEST.plusHours(1);

    private final SessionStore sessions;

    private SecurityBackChannel(SessionStore sessions) {
        this.sessions = sessions;
    }

    static void on(HttpSecurity http, ClientRegistrationRepository registrations, SessionStore sessions)
            throws Exception {
        http.addFilterAfter(SecurityBackChannel::answer, HeaderWriterFilter.class);
        http.oidcLogout(logout -> logout.clientRegistrationRepository(registrations)
                .oidcSessionRegistry(new Rows())
                .backChannel(channel -> channel.logoutHandler(new SecurityBackChannel(sessions))));
    }

    /** Of a token without what each must have, such as its event, Spring Security makes a fault of the hub's; it is the sender's (section 2.8). */
    private static void answer(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            if (!(e.getCause() instanceof IllegalArgumentException
                    && request instanceof HttpServletRequest asked
                    && isSaid(asked)
                    && response instanceof HttpServletResponse answer)) {
                throw e;
            }
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Whether it is where the provider says so; anybody may. */
    static boolean isSaid(HttpServletRequest request) {
        return WebPath.of(request).equals(PATH) && "POST".equals(request.getMethod());
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication token) {
        if (token != null && token.getPrincipal() instanceof OidcLogoutToken out) {
            Instant at = Objects.requireNonNull(out.getIssuedAt(), "Spring Security refuses a token without");
            Whose whose = new Whose(SessionOwner.text(out.getSubject()), SessionOwner.text(out.getSessionId()), at);
            SecurityEvents.signedOutAtProvider(sessions.dropOf(whose, at.plus(REMEMBERED)));
        }
    }

    /** A session's own row says whose it is: there is nothing else to keep. */
    private static final class Rows implements OidcSessionRegistry {
        @Override
        public void saveSessionInformation(OidcSessionInformation session) {
            // It stands in its row.
        }

        /** As Spring Security's own answers of a session that it does not know, and as those who ask it expect. */
        @Override
        @SuppressWarnings("NullAway")
        public OidcSessionInformation removeSessionInformation(String session) {
            return null;
        }

        @Override
        public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
            return List.of();
        }
    }
}
