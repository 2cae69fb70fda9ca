package uk.mashhub.hub.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import uk.mashhub.hub.intake.Digests;

/**
 * Knows agencies' systems by principal and secret (RFC 7617). Secrets are long and random, so one SHA-256 is enough:
 * there is nothing to guess, and a slow hash would cost every message a tenth of a second.
 */
final class SecurityClients implements AuthenticationProvider {
    private static final byte[] NOBODY = new byte[32];

    private final Map<String, byte[]> digests;

    /** @param digests SHA-256 of the secret, by principal */
    SecurityClients(Map<String, byte[]> digests) {
        this.digests = Map.copyOf(digests);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String secret = attempt.getCredentials() instanceof String text ? text : "";
        byte[] given = Digests.of(secret.getBytes(StandardCharsets.UTF_8));
        byte[] known = digests.getOrDefault(attempt.getName(), NOBODY);
        // Compared for an unknown principal too, so that the time says nothing of who is known.
        boolean same = MessageDigest.isEqual(known, given);
        if (!same || known == NOBODY) {
            throw new BadCredentialsException("wrong principal or secret");
        }
        return UsernamePasswordAuthenticationToken.authenticated(attempt.getName(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
