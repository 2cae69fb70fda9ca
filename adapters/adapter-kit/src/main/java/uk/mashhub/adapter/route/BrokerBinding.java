package uk.mashhub.adapter.route;

import java.util.Objects;

/**
 * How routes of one principal reach the broker: the name of a Camel component that has this principal's own connection.
 *
 * @param component such as {@code jms-police-rms}
 * @param consumerOptions query part for consumers, without question mark; may be empty
 */
public record BrokerBinding(String component, String consumerOptions) {
    public BrokerBinding {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(consumerOptions, "consumerOptions");
    }

    /**
     * A JMS component with local transactions. Reply-to headers are ignored: a sender could otherwise have an answer
     * sent to a queue of its own.
     *
     * @param consumers how many questions are asked at once, at least 1
     */
    public static BrokerBinding jms(String component, int consumers) {
        return new BrokerBinding(component, "disableReplyTo=true&concurrentConsumers=" + consumers);
    }

    /** Any component that takes no JMS options, such as {@code direct}. */
    public static BrokerBinding plain(String component) {
        return new BrokerBinding(component, "");
    }

    String producer(String address) {
        return component + ":queue:" + address;
    }

    String consumer(String address) {
        return consumerOptions.isEmpty() ? producer(address) : producer(address) + "?" + consumerOptions;
    }
}
