package uk.mashhub.hub.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the embedded broker behaves.
 *
 * @param redeliveryDelay before a message is delivered again; doubles each time
 * @param redeliveryDelayMost and no longer than this
 * @param noticeExpiry how long a notice is kept for a team that does not fetch it
 * @param noticesMost how many notices a team's queue holds; older ones give way
 */
@ConfigurationProperties("hub.broker")
public record BrokerSettings(
        @DefaultValue("500ms") Duration redeliveryDelay,
        @DefaultValue("30s") Duration redeliveryDelayMost,
        @DefaultValue("7d") Duration noticeExpiry,
        @DefaultValue("10000") long noticesMost) {}
