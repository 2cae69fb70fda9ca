package uk.mashhub.adapter.police.records;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.SourceId;

/**
 * Where a records system is and how patient we are with it.
 *
 * @param baseUrl of the API, without a slash at the end; https, or http on this machine itself
 * @param tokenUrl the OAuth2 token endpoint (RFC 6749 section 3.2); same rule
 * @param ownForce the force whose system it is, as the system writes it
 * @param connectTimeout for the connection
 * @param responseTimeout for one whole response, body included
 * @param largestResponse in bytes
 */
public record RecordsSystem(
        SourceId source,
        URI baseUrl,
        URI tokenUrl,
        String clientId,
        String clientSecret,
        String ownForce,
        Duration connectTimeout,
        Duration responseTimeout,
        int largestResponse) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration RESPONSE = Duration.ofSeconds(10);
    private static final int LARGEST = 4 * 1024 * 1024;

    public RecordsSystem {
        Objects.requireNonNull(source, "source");
        checkSafe(baseUrl, "baseUrl");
        checkSafe(tokenUrl, "tokenUrl");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(clientSecret, "clientSecret");
        Objects.requireNonNull(ownForce, "ownForce");
        checkPositive(connectTimeout, "connectTimeout");
        checkPositive(responseTimeout, "responseTimeout");
        if (largestResponse < 1) {
            throw new IllegalArgumentException("largestResponse");
        }
    }

    /** With the usual limits: 3 s to connect, 10 s for a response, 4 MiB. */
    public static RecordsSystem of(
            SourceId source, URI baseUrl, URI tokenUrl, String clientId, String clientSecret, String ownForce) {
        return new RecordsSystem(
                source, baseUrl, tokenUrl, clientId, clientSecret, ownForce, CONNECT, RESPONSE, LARGEST);
    }

    private static void checkPositive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name);
        }
    }

    private static void checkSafe(URI uri, String name) {
        boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        boolean plain = uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        if (uri.getHost() == null || !plain || !(here || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(name + " must be https without user, query or fragment");
        }
    }

    /** Prints the source only: the secret stands here. */
    @Override
    public String toString() {
        return "RecordsSystem[" + source + "]";
    }
}
