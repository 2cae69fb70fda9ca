package uk.mashhub.hub.wiring;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider (OpenID Connect Core 1.0).
 *
 * @param issuer as it stands in tokens; its discovery document says the rest
 * @param clientId the hub, as the provider knows it; also the audience that a bearer token must name
 */
@ConfigurationProperties("hub.oidc")
record SecuritySettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret) {
    SecuritySettings {
        required(issuer, "issuer");
        SafeWay.faultOfAddress("hub.oidc.issuer", issuer).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        required(clientId, "client-id");
        required(clientSecret, "client-secret");
    }

    /** Scheme, host and port of the provider, for the content security policy. */
    String origin() {
        URI uri = URI.create(issuer);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }

    private static void required(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("hub.oidc." + name + " is not set: nobody could sign in");
        }
    }

    @Override
    public String toString() {
        return "SecuritySettings[" + issuer + "]";
    }
}
