package uk.mashhub.hub.wiring;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Signing in as always, but where the address says {@code fresh} the provider is told to ask for the password again (OpenID
 * Connect Core 1.0 section 3.1.2.1, {@code prompt=login}). Whether it did, {@code auth_time} says.
 */
final class SecurityFreshSignIn implements OAuth2AuthorizationRequestResolver {
    private final OAuth2AuthorizationRequestResolver usual;

    SecurityFreshSignIn(ClientRegistrationRepository registrations) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return fresh(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return fresh(request, usual.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest fresh(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest usual) {
        if (usual == null || request.getParameter("fresh") == null) {
            return usual;
        }
        return OAuth2AuthorizationRequest.from(usual)
                .additionalParameters(more -> more.put("prompt", "login"))
                .build();
    }
}
