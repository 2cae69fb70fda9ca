package uk.mashhub.hub.wiring;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import uk.mashhub.hub.storage.SessionStore.Whose;

/** Whose a session is, as the provider names them: by that alone a provider can say that it shall end. */
final class SessionOwner {
    /** OpenID Connect Front-Channel Logout 1.0 section 3 names it; Back-Channel Logout takes it from there. */
    private static final String SESSION_AT_PROVIDER = "sid";

    private SessionOwner() {}

    /** @param attributes of a session of the pages */
    static Whose of(Map<String, Object> attributes) {
        Object context = attributes.get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication who = context instanceof SecurityContext security ? security.getAuthentication() : null;
        return who != null && who.getPrincipal() instanceof OidcUser user ? of(user) : Whose.NOBODYS;
    }

    private static Whose of(OidcUser user) {
        // Without a time every sign-out that is remembered came after it.
        Instant issuedAt = Objects.requireNonNullElse(user.getIdToken().getIssuedAt(), Instant.EPOCH);
        return new Whose(text(user.getSubject()), text(user.getClaimAsString(SESSION_AT_PROVIDER)), issuedAt);
    }

    /** What a token says, if it says something. */
    static Optional<String> text(@Nullable String claim) {
        return Optional.ofNullable(claim).filter(words -> !words.isBlank());
    }
}
