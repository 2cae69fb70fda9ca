package uk.mashhub.adapter.health.fhir;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How to reach one FHIR server.
 *
 * @param base its base address, without a slash at the end; {@code https}, or {@code http} on this machine only
 * @param timeout for a whole exchange, from connecting to the last byte
 * @param headers sent with every request, such as an API key; secret
 */
public record FhirAccess(URI base, Duration timeout, Map<String, String> headers) {
    public FhirAccess {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(timeout, "timeout");
        headers = Map.copyOf(headers);
        boolean local = "127.0.0.1".equals(base.getHost()) || "localhost".equals(base.getHost());
        if (!"https".equals(base.getScheme()) && !("http".equals(base.getScheme()) && local)) {
            throw new IllegalArgumentException("a FHIR server is reached over https");
        }
        if (base.toString().endsWith("/") || base.getRawQuery() != null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("a base address has no slash at the end, no query and no user");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout is positive");
        }
    }

    @Override
    public String toString() {
        return "FhirAccess[" + base.getHost() + "]";
    }
}
