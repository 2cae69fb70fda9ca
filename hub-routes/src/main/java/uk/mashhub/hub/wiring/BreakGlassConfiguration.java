package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.governance.BreakGlassDesk;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.PolicyRefused;

/** Break-glass: its policy comes with the release, from the class path, whatever stands in {@code config/} or is published. */
@Configuration(proxyBeanMethods = false)
class BreakGlassConfiguration {

    @Bean
    BreakGlass breakGlass(KeyRing keys, Handles handles) throws IOException, PolicyRefused {
        PolicyFiles shipped = PolicyFiles.shipped("break-glass");
        return new BreakGlass(new PolicyEngine(shipped.load(), keys.secret(KeyUse.POLICY_SEAL)), handles);
    }

    @Bean
    BreakGlassDesk breakGlassDesk(
            BreakGlassStore broken,
            EnquiryLedger ledger,
            ConflictStore conflicts,
            ViewStore views,
            ReferralJourney journey,
            Outbox notices,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        return new BreakGlassDesk(
                broken, ledger, conflicts, views, journey, notices, audit, transactions, clock, random);
    }
}
