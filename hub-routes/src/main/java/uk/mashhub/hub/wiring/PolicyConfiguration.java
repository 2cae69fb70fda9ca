package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.KeyedHandles;
import uk.mashhub.hub.decide.PolicySeals;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.governance.PolicyDesk;
import uk.mashhub.hub.governance.RecordedDecisions;
import uk.mashhub.hub.governance.StopDesk;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.Handles;

/** The policy, from the database where it was published, and the partnership, read from {@code config/}. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Partnership partnership(HubProperties hub) throws java.io.IOException {
        return Partnership.load(hub.configDir().resolve("areas"));
    }

    @Bean
    PolicySeals policySeals(Ed25519Signer logSigner) {
        return new PolicySeals(logSigner);
    }

    @Bean
    PublishedPolicy publishedPolicy(PolicyHeadStore heads, PolicyStore store, PolicySeals seals, KeyRing keys) {
        return new PublishedPolicy(heads, store, seals, keys.secret(KeyUse.POLICY_SEAL));
    }

    @Bean
    Publications publications(
            PolicyStore store,
            PolicyHeadStore heads,
            PolicySeals seals,
            Audit audit,
            Clock clock,
            RandomSource random) {
        return new Publications(store, heads, seals, audit, clock, random);
    }

    @Bean
    PolicyDesk policyDesk(
            HubProperties hub,
            Partnership partnership,
            PolicyStore store,
            PublishedPolicy published,
            Publications publications,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        Path drafts = hub.configDir().resolve("agreements");
        return new PolicyDesk(partnership, store, published, publications, drafts, audit, transactions, clock);
    }

    @Bean
    StopDesk stopDesk(
            SharingStops stops, PolicyHeadStore heads, Audit audit, TransactionTemplate transactions, Clock clock) {
        return new StopDesk(stops, heads, audit, transactions, clock);
    }

    @Bean
    RecordedDecisions recordedDecisions(
            TraceStore traces, ConflictStore conflicts, Audit audit, TransactionTemplate transactions) {
        return new RecordedDecisions(traces, conflicts, audit, transactions);
    }

    /** Red while no policy is in force, because nothing is shown then, and while another decides than the one that is due. */
    @Bean
    HealthIndicator policyHealth(PublishedPolicy published, Publications publications) {
        return () -> published.inForce() && !publications.late()
                ? Health.up().build()
                : Health.down().build();
    }

    @Bean
    Handles handles(KeyRing keys) {
        return new KeyedHandles(keys.secret(KeyUse.HANDLES));
    }
}
