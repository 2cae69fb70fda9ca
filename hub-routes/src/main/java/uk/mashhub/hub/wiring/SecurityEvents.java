package uk.mashhub.hub.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Writes into the hub's own log who signed in and out (by the provider's id, never a name), and that somebody was refused. What a
 * stranger gave as a name is not written: it may be a password, or somebody's name.
 */
@Component
class SecurityEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityEvents.class);

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        LOG.info("signed in: {}", event.getAuthentication().getName());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        LOG.info("signed out: {}", event.getAuthentication().getName());
    }

    /** By the provider's word, without a browser. Who it was stands in the provider's own log. */
    static void signedOutAtProvider(int sessions) {
        LOG.info("signed out at the provider: {} sessions ended", sessions);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        refused(event.getException());
    }

    /** One that no event tells of: whoever comes back from the provider with something else than was asked for. */
    static void refused(AuthenticationException refusal) {
        LOG.warn("a sign-in was refused: {}", refusal.getClass().getSimpleName());
    }
}
