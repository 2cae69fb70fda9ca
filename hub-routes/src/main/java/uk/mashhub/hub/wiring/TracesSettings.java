package uk.mashhub.hub.wiring;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where traces go (OTLP over HTTP, protobuf). Without an address nothing is traced and nothing runs for it.
 *
 * @param url of the collector, such as {@code https://collector.example.org:4318/v1/traces}
 * @param certificate file with whom to trust, PEM; empty for whom the machine trusts
 * @param tokenFile holds what is sent as a bearer token (RFC 6750), mode 0600
 */
@ConfigurationProperties("hub.traces")
record TracesSettings(Optional<String> url, Optional<String> certificate, Optional<String> tokenFile) {
    TracesSettings {
        url.flatMap(address -> SafeWay.faultOfAddress("hub.traces.url", address))
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(fault);
                });
    }
}
