package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which broker, and how the embedded one behaves.
 *
 * @param redeliveryDelay before a message is delivered again; doubles each time
 * @param redeliveryDelayMost and no longer than this
 * @param noticeExpiry how long a notice is kept for a team that does not fetch it
 * @param noticesMost how many notices a team's queue holds; older ones give way
 * @param url of an external broker, {@code tcp://host:61617?sslEnabled=true&trustStorePath=...}; empty for the embedded one
 * @param passwords for an external broker: a folder with one file for each principal, mode 0600 each
 */
@ConfigurationProperties("hub.broker")
public record BrokerSettings(
        @DefaultValue("500ms") Duration redeliveryDelay,
        @DefaultValue("30s") Duration redeliveryDelayMost,
        @DefaultValue("7d") Duration noticeExpiry,
        @DefaultValue("10000") long noticesMost,
        @DefaultValue("") String url,
        @Nullable Path passwords) {
    boolean embedded() {
        return url.isBlank();
    }
}
