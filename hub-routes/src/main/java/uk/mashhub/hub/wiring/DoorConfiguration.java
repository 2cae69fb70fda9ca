package uk.mashhub.hub.wiring;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.decide.RecordIdentity;
import uk.mashhub.hub.disclose.LinkQueue;
import uk.mashhub.hub.disclose.ReferrerDoor;
import uk.mashhub.hub.disclose.ViewDoor;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.match.NamedUnits;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.match.TwoRecords;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.ActsSeen;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.KeptLinkStore;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.hub.triage.Acting;
import uk.mashhub.hub.triage.ConsentRecords;
import uk.mashhub.hub.triage.DoubtfulLinks;
import uk.mashhub.hub.triage.KeptLinkReading;
import uk.mashhub.hub.triage.KeptLinks;
import uk.mashhub.hub.triage.UnitSettling;
import uk.mashhub.log.note.Signer;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.Handles;

/** The doors to what the stages made: where views are opened, acted on, and told of to whoever referred. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    @Bean
    OpeningLog openingLog(Signer signer, Clock clock, RandomSource random) {
        return new OpeningLog(signer, clock, random);
    }

    @Bean
    ViewDoor viewDoor(
            Partnership partnership,
            TeamRoles roles,
            ViewReader reader,
            PublishedPolicy published,
            BreakGlass breakGlass,
            BreakGlassStore broken,
            OpeningLog log,
            Clock clock) {
        return new ViewDoor(partnership, roles, reader, published, breakGlass, broken, log, clock);
    }

    @Bean
    LinkQueue linkQueue(ViewDoor door, OpeningLog log) {
        return new LinkQueue(door, log);
    }

    @Bean
    Acting acting(
            ViewDoor door,
            ReferralJourney journey,
            ViewStore views,
            Handles handles,
            ActsSeen seen,
            TransactionTemplate transactions,
            Clock clock) {
        return new Acting(door, journey, views, handles, seen, transactions, clock);
    }

    @Bean
    ReferrerDoor referrerDoor(
            Senders senders,
            OutcomeStore outcomes,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions) {
        return new ReferrerDoor(senders, outcomes, receipts, audit, transactions);
    }

    @Bean
    TwoRecords twoRecords(
            EnquiryLedger ledger, PeopleBook book, PublishedPolicy published, Handles handles, RandomSource random) {
        return new TwoRecords(book, ledger, new RecordIdentity(published::hold, handles, random));
    }

    @Bean
    KeptLinkReading keptLinkReading(
            EnquiryLedger ledger,
            KeptLinkStore kept,
            PeopleBook book,
            TwoRecords records,
            Partnership partnership,
            TransactionTemplate transactions,
            Clock clock) {
        return new KeptLinkReading(
                ledger, kept, new NamedUnits(book, records), partnership, transactions, Faults::ofOne, clock);
    }

    @Bean
    KeptLinks keptLinks(
            EnquiryLedger ledger,
            KeptLinkStore kept,
            KeptLinkReading reading,
            PeopleBook book,
            ReferralJourney journey,
            TwoRecords records,
            ViewStore views,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        return new KeptLinks(
                ledger,
                kept,
                reading,
                journey::packet,
                records,
                new NamedUnits(book, records),
                new UnitSettling(ledger, book, views, audit, journey::timePassed, clock),
                conflicts,
                audit,
                transactions);
    }

    @Bean
    DoubtfulLinks doubtfulLinks(
            EnquiryLedger ledger,
            PeopleBook book,
            ReferralJourney journey,
            TwoRecords records,
            Handles handles,
            Audit audit,
            TransactionTemplate transactions) {
        return new DoubtfulLinks(ledger, book, journey::packet, records, handles, audit, transactions);
    }

    @Bean
    ConsentRecords consentRecords(
            EnquiryLedger ledger, Handles handles, Audit audit, TransactionTemplate transactions) {
        return new ConsentRecords(ledger, handles, audit, transactions);
    }
}
