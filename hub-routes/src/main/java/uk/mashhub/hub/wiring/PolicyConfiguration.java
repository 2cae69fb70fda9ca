package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.decide.KeyedHandles;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.PolicyRefused;
import uk.mashhub.policy.SharingPolicy;

/** The policy and the partnership, read from {@code config/}. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    @Bean
    Partnership partnership(HubProperties hub) throws java.io.IOException {
        return Partnership.load(hub.configDir().resolve("areas"));
    }

    @Bean
    SharingPolicy sharingPolicy(HubProperties hub, Partnership partnership) throws PolicyRefused {
        Path agreements = hub.configDir().resolve("agreements");
        SharingPolicy policy = SharingPolicy.load(agreements);
        List<AgencyId> strangers = partnership.strangers(policy.agencies());
        if (!strangers.isEmpty()) {
            throw new IllegalStateException("no area has these agencies, which have an agreement: " + strangers);
        }
        return policy;
    }

    @Bean
    PolicyHash policyHash(SharingPolicy policy) {
        return policy.hash();
    }

    @Bean
    PolicyEngine policyEngine(SharingPolicy policy, KeyRing keys) {
        return new PolicyEngine(policy, keys.secret(KeyUse.POLICY_SEAL));
    }

    @Bean
    Handles handles(KeyRing keys) {
        return new KeyedHandles(keys.secret(KeyUse.HANDLES));
    }
}
