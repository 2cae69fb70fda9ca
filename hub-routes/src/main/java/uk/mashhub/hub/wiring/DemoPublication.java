package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.PolicyRefused;

/**
 * The demo's two information governance leads publish the policy before anything is decided. Only the demo does so: in
 * production a start never publishes (ruling 21).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hub.demo", havingValue = "true")
class DemoPublication {

    /** Marks that the first publish is done; routes are made after it. */
    record Published(PolicyHash hash) {}

    @Bean
    Published published(
            HubProperties hub,
            Publications publications,
            PublishedPolicy published,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random)
            throws IOException {
        PolicyFiles files = PolicyFiles.read(hub.configDir().resolve("agreements"));
        transactions.executeWithoutResult(status -> {
            if (published.hash().isEmpty()) {
                publish(publications, files, clock, random);
            }
        });
        return new Published(published.hash().orElseThrow());
    }

    private static void publish(Publications publications, PolicyFiles files, Clock clock, RandomSource random) {
        try {
            PolicyHash hash = publications.keep(files);
            UUID proposal = publications.propose(UserId.random(random), hash, clock.instant());
            publications.sign(UserId.random(random), proposal);
        } catch (PolicyRefused e) {
            throw new IllegalStateException("the agreements of the demo do not load", e);
        }
    }
}
