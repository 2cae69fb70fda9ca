package uk.mashhub.hub.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.model.RandomSource;

/** The one clock and the one source of randomness; tests bring their own. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    RandomSource random() {
        SecureRandom secure = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            secure.nextBytes(bytes);
            return bytes;
        };
    }
}
