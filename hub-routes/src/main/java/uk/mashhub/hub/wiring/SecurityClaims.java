package uk.mashhub.hub.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.triage.Reader;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;

/**
 * Who a token's claims say is signed in. Strict: a subject that is no UUID, or a team that the named area does not have,
 * is somebody whom the hub does not know, and sees nothing.
 */
final class SecurityClaims {
    private final Partnership partnership;

    SecurityClaims(Partnership partnership) {
        this.partnership = partnership;
    }

    /** The reader, from a session's ID token or a bearer token; empty for anybody else. */
    Optional<Reader> reader(@Nullable Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication instanceof JwtAuthenticationToken bearer) {
            return reader(bearer.getToken().getClaims());
        }
        return authentication.getPrincipal() instanceof OidcUser user ? reader(user.getClaims()) : Optional.empty();
    }

    Optional<Reader> reader(Map<String, Object> claims) {
        try {
            UserId user = UserId.of(text(claims, "sub"));
            TeamId team = new TeamId(text(claims, "mash_team"));
            Optional<Area> area = partnership.area(new AreaCode(text(claims, "mash_area")));
            SignedIn who = new SignedIn(
                    user,
                    new AreaCode(text(claims, "mash_area")),
                    team,
                    signedInAt(claims),
                    day(claims, "mash_training_until"),
                    day(claims, "mash_vetting_until"));
            return area.flatMap(a -> a.team(team).map(t -> new Reader(who, a, t)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    /** A day as in ISO 8601; anything else is not known, and what is not known opens nothing (law 1). */
    private static Optional<LocalDate> day(Map<String, Object> claims, String name) {
        try {
            return Optional.of(LocalDate.parse(text(claims, name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Where the provider does not say when, it was long ago: nothing that needs a fresh sign-in is open. */
    private static Instant signedInAt(Map<String, Object> claims) {
        Object at = claims.get("auth_time");
        if (at instanceof Instant instant) {
            return instant;
        }
        return at instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.EPOCH;
    }
}
