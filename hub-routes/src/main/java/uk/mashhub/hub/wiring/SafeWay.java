package uk.mashhub.hub.wiring;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Which ways to other machines the hub takes: neither passwords nor anything of people crosses a network in clear, or to
 * whoever answers. A way within this machine needs no TLS.
 */
public final class SafeWay {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String FORM = "hub.database.url is no jdbc:postgresql://host:port/database";

    private SafeWay() {}

    /** Whether a host, as an address writes it, is this machine. */
    static boolean here(String host) {
        return HERE.contains(host);
    }

    /**
     * What is wrong with the way to a PostgreSQL, in words; empty if it is safe.
     *
     * @param url for its driver
     */
    public static Optional<String> faultOfDatabase(String url) {
        Properties said = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
        if (said == null) {
            return Optional.of(FORM);
        }
        List<String> hosts = Arrays.asList(PGProperty.PG_HOST.getOrDefault(said).split(","));
        if (hosts.stream().allMatch(SafeWay::here)) {
            return Optional.empty();
        }
        if (!"verify-full".equals(PGProperty.SSL_MODE.getOrDefault(said))
                || PGProperty.SSL_ROOT_CERT.getOrDefault(said) == null) {
            return Optional.of("hub.database.url lacks sslmode=verify-full and sslrootcert=FILE: passwords and records"
                    + " would cross the network in clear, or to whoever answers");
        }
        // A factory or a verifier of another class may trust anybody.
        return PGProperty.SSL_FACTORY.isPresent(said) || PGProperty.SSL_HOSTNAME_VERIFIER.isPresent(said)
                ? Optional.of(
                        "hub.database.url says by itself whom to trust: take out sslfactory and sslhostnameverifier")
                : Optional.empty();
    }

    /**
     * What is wrong with an address that is reached by HTTP, in words; empty if it is safe.
     *
     * @param name of the setting, or of what says the address
     */
    public static Optional<String> faultOfAddress(String name, String address) {
        try {
            URI uri = new URI(address);
            boolean safe = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here(host(uri));
            return safe && !host(uri).isEmpty()
                    ? Optional.empty()
                    : Optional.of(name + " is no https address: people's tokens would cross the network in clear");
        } catch (URISyntaxException e) {
            return Optional.of(name + " is no address");
        }
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost();
    }
}
