package uk.mashhub.hub.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The port for whoever watches the hub. Without one no metrics are served; with one they are served there and nowhere else, and
 * nothing else is served there.
 *
 * @param port 0 for any free one
 * @param address this machine alone unless it says otherwise
 * @param tokenFile holds what a scraper sends as its bearer token (RFC 6750), mode 0600; needed where the address is not this machine's
 * @param stuck how long a message may wait while none of its queue is taken, before the health is red
 * @param silent how long a question to a source may be without an answer, before the health is red
 */
@ConfigurationProperties("hub.metrics")
record MetricsSettings(
        Optional<Integer> port,
        @DefaultValue("127.0.0.1") String address,
        Optional<String> tokenFile,
        @DefaultValue("60s") Duration stuck,
        @DefaultValue("30m") Duration silent) {
    MetricsSettings {
        if (port.isPresent() && tokenFile.isEmpty() && !host(address).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "hub.metrics.address is open to other machines: name a token with hub.metrics.token-file");
        }
    }

    InetAddress host() {
        return host(address);
    }

    private static InetAddress host(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("hub.metrics.address is no address", e);
        }
    }
}
