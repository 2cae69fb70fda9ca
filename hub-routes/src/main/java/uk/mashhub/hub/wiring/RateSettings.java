package uk.mashhub.hub.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a second this hub takes on average; ten times as many at once. Each hub of a database counts for itself.
 *
 * @param address from one address: behind a proxy all come from one, unless {@code server.forward-headers-strategy} says otherwise
 * @param strangers from one address, by browsers without a session, whatever their cookie says: each such request may be a row until five minutes later;
 *     as many again that say that somebody is signed out at the provider
 * @param principal by one person or system, who has signed in
 */
@ConfigurationProperties("hub.rates")
record RateSettings(
        @DefaultValue("200") int address,
        @DefaultValue("20") int strangers,
        @DefaultValue("100") int principal) {
    RateSettings {
        if (address < 1 || strangers < 1 || principal < 1) {
            throw new IllegalArgumentException("hub.rates: fewer than one request a second would keep everybody out");
        }
    }
}
