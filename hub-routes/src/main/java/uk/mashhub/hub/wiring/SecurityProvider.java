package uk.mashhub.hub.wiring;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * The identity provider as the hub uses it. Its discovery document is read when somebody first signs in, so that a
 * provider that is away does not keep the hub from taking referrals.
 */
final class SecurityProvider {
    /** The registration's name, as it stands in the redirect address. */
    static final String ID = "mash";

    private SecurityProvider() {}

    /** Sign-in by code with PKCE (RFC 7636). */
    static ClientRegistrationRepository registrations(SecuritySettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(SecuritySettings settings) {
        ClientRegistration registration = ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
        requireTls(registration.getProviderDetails());
        return registration;
    }

    /** Where people are sent, where their tokens come from and where the keys are that those are checked with. */
    private static void requireTls(ClientRegistration.ProviderDetails provider) {
        Stream.of(provider.getAuthorizationUri(), provider.getTokenUri(), provider.getJwkSetUri())
                .flatMap(a -> SafeWay.faultOfAddress("one of the identity provider's addresses", a).stream())
                .findFirst()
                .ifPresent(fault -> {
                    throw new IllegalStateException(fault);
                });
    }

    /** Bearer tokens of the same provider, made for the hub (RFC 9068 section 4). */
    static JwtDecoder tokens(SecuritySettings settings) {
        JwtDecoder decoder = new SupplierJwtDecoder(() -> {
            requireTls(registration(settings).getProviderDetails());
            NimbusJwtDecoder found = JwtDecoders.fromOidcIssuerLocation(settings.issuer());
            found.setJwtValidator(forTheHub(settings));
            return found;
        });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new BadJwtException("the identity provider cannot be asked about this token");
            }
        };
    }

    static OAuth2TokenValidator<Jwt> forTheHub(SecuritySettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                token -> accessTokenFor(settings.clientId(), token));
    }

    /** An ID token is made for the hub too, and goes through the browser's history at sign-out: it opens nothing. */
    private static OAuth2TokenValidatorResult accessTokenFor(String audience, Jwt token) {
        List<String> audiences = token.getAudience();
        boolean forUs = audiences != null && audiences.contains(audience);
        boolean grants = token.hasClaim("scope") || token.hasClaim("scp");
        return forUs && grants && !token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "not an access token for this hub", null));
    }
}
