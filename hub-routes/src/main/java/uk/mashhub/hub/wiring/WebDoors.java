package uk.mashhub.hub.wiring;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.api.FrontDoor;
import uk.mashhub.hub.api.IntakeQueue;
import uk.mashhub.hub.api.KnownMessages;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.governance.ConflictDesk;
import uk.mashhub.hub.governance.QuarantineAccess;
import uk.mashhub.hub.governance.QuarantineDesk;
import uk.mashhub.hub.intake.ContactReader;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Receipts;
import uk.mashhub.hub.intake.Resent;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.triage.PhoneContacts;

/** The chain behind the HTTP doors, and the screens that send through it. */
@Configuration(proxyBeanMethods = false)
class WebDoors {

    @Bean
    FrontDoor frontDoor(
            Senders senders,
            ContactReader reader,
            IntakeSeal seal,
            CamelContext camel,
            Inbox inbox,
            Resent resent,
            KeyRing keys,
            Clock clock) {
        return new FrontDoor(
                senders,
                reader,
                new KnownMessages(inbox, resent),
                new Receipts(keys.secret(KeyUse.MESSAGE_DIGEST)),
                new IntakeQueue(seal, camel.createProducerTemplate(), Traces::current),
                clock);
    }

    @Bean
    PhoneContacts phoneContacts(
            FrontDoor door, ActsSeen seen, Audit audit, TransactionTemplate transactions, Clock clock) {
        return new PhoneContacts(door, seen, audit, transactions, clock);
    }

    @Bean
    ConflictDesk conflictDesk(ConflictStore store, Audit audit, TransactionTemplate transactions, Clock clock) {
        return new ConflictDesk(store, audit, transactions, clock);
    }

    @Bean
    QuarantineDesk quarantineDesk(
            QuarantineStore store,
            Partnership partnership,
            IntakeSeal seal,
            Senders senders,
            FrontDoor door,
            AnswerDoor answers,
            ReferralJourney journey,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        QuarantineAccess access = new QuarantineAccess(partnership);
        return new QuarantineDesk(store, access, seal, senders, door, answers, journey, audit, transactions, clock);
    }
}
