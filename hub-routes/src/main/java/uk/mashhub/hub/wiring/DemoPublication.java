package uk.mashhub.hub.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicySignature;
import uk.mashhub.log.Act;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;

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
            PolicyHeadStore heads,
            PolicyHash policy,
            TransactionTemplate transactions,
            Audit audit,
            Clock clock,
            RandomSource random) {
        transactions.executeWithoutResult(status -> {
            if (heads.head().filter(h -> h.hash().equals(policy)).isEmpty()) {
                byte[] text = policy.hex().getBytes(StandardCharsets.US_ASCII);
                heads.publish(policy, text, sign(text, random), sign(text, random), clock.instant());
                audit.noted(Act.POLICY_PUBLISH, "demo-ig-leads", "ALLOW", List.of(Audit.claim("settings", policy)));
            }
        });
        return new Published(policy);
    }

    private static PolicySignature sign(byte[] text, RandomSource random) {
        return new PolicySignature(random.uuid().toString(), new Ed25519Signer(random.bytes(32)).sign(text));
    }
}
