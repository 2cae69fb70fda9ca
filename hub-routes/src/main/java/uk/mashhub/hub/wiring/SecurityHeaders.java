package uk.mashhub.hub.wiring;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every page: nothing inline, nothing from elsewhere, no framing, no copy left behind. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    /** @param provider origin of the identity provider, to which signing out leads */
    static void on(HttpSecurity http, String provider) throws Exception {
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
                + " form-action 'self' " + provider + "; base-uri 'none'; frame-ancestors 'none'";
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=()"))
                .frameOptions(frame -> frame.deny()));
    }
}
