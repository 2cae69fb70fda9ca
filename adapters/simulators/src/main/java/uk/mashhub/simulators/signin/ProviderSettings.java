package uk.mashhub.simulators.signin;

import java.net.URI;
import java.time.Clock;

/**
 * What the provider knows of the hub.
 *
 * @param hub base address of the hub, such as {@code http://127.0.0.1:8080}
 */
record ProviderSettings(URI hub, String clientId, String clientSecret, Clock clock) {
    /** Where codes go; on 127.0.0.1 any port will do (RFC 8252 section 7.3). */
    String redirectUri() {
        return base() + "/login/oauth2/code/mash";
    }

    /** The hub's address without a closing slash. */
    String base() {
        return hub.toString().replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + hub + "]";
    }
}
