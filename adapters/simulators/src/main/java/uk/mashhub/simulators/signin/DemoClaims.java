package uk.mashhub.simulators.signin;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Puts name, team, area, training and vetting into every token, with {@code amr} (RFC 8176 section 2). */
final class DemoClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    @Override
    public void customize(JwtEncodingContext context) {
        Authentication authentication = context.getPrincipal();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            DemoUser user = DemoUser.of(signedIn.login()).orElseThrow();
            context.getClaims().claims(claims -> claims.putAll(claims(user)));
        }
    }

    private static Map<String, Object> claims(DemoUser user) {
        return Map.of(
                "name",
                user.name(),
                "mash_team",
                user.team(),
                "mash_area",
                DemoUser.AREA,
                "mash_training_until",
                DemoUser.IN_DATE_UNTIL,
                "mash_vetting_until",
                DemoUser.IN_DATE_UNTIL,
                "amr",
                List.of("pwd"));
    }
}
