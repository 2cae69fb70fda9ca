package uk.mashhub.hub.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.core.env.Environment;

/**
 * Where the pages listen: with TLS, or on this machine alone, for a proxy beside it. Packets and sessions never cross a network in
 * clear, also not the short one between a proxy and the hub.
 */
public final class PagesAddress {
    /** As Spring reads a switch; whatever else is said switches nothing on here. */
    private static final Set<String> ON = Set.of("", "true", "on", "yes", "1");

    private PagesAddress() {}

    /**
     * What is wrong with it, in words.
     *
     * @param setting the value of a setting; empty if it is not set
     */
    public static Optional<String> inClear(UnaryOperator<String> setting) {
        boolean encrypted = !setting.apply("server.ssl.certificate").isBlank()
                || !setting.apply("server.ssl.key-store").isBlank()
                || !setting.apply("server.ssl.bundle").isBlank();
        if (encrypted && ON.contains(setting.apply("server.ssl.enabled").toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String address = setting.apply("server.address");
        return loopback(address)
                ? Optional.empty()
                : Optional.of("the pages would listen at " + (address.isBlank() ? "every address" : address)
                        + " without TLS: set server.ssl.certificate and server.ssl.certificate-private-key, or"
                        + " server.address to 127.0.0.1 behind a proxy on this machine");
    }

    /** @throws IllegalStateException if they would be served in clear */
    static void check(Environment environment) {
        inClear(name -> environment.getProperty(name, "")).ifPresent(words -> {
            throw new IllegalStateException(words);
        });
    }

    private static boolean loopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
