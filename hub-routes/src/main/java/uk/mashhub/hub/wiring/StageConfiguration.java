package uk.mashhub.hub.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.adapter.Translator;
import uk.mashhub.adapter.seal.SealKeyPair;
import uk.mashhub.hub.Assembly;
import uk.mashhub.hub.Reach;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.assemble.PacketAssembler;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.LookupBook;
import uk.mashhub.hub.decide.BreakGlass;
import uk.mashhub.hub.decide.Decider;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.disclose.Discloser;
import uk.mashhub.hub.disclose.LinkLines;
import uk.mashhub.hub.disclose.Telling;
import uk.mashhub.hub.enquiry.AnswerDoor;
import uk.mashhub.hub.enquiry.Answers;
import uk.mashhub.hub.enquiry.Enquirer;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.enquiry.Questions;
import uk.mashhub.hub.enquiry.Screening;
import uk.mashhub.hub.intake.ContactReader;
import uk.mashhub.hub.intake.EnquiryOpening;
import uk.mashhub.hub.intake.Intake;
import uk.mashhub.hub.intake.IntakeSeal;
import uk.mashhub.hub.intake.Quarantine;
import uk.mashhub.hub.intake.Receipts;
import uk.mashhub.hub.intake.Resent;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.match.AnswerMatching;
import uk.mashhub.hub.match.CaseWork;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.BreakGlassStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.Inputs;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.QuestionStore;
import uk.mashhub.hub.storage.ReferralStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.ViewLinks;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.hub.triage.Desk;
import uk.mashhub.hub.triage.HandAnswers;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.EntryStore;
import uk.mashhub.log.note.Signer;
import uk.mashhub.match.Matcher;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.Handles;

/** The stages of the journey, in its order. */
@Configuration(proxyBeanMethods = false)
class StageConfiguration {
    @Bean
    DisclosureLog disclosureLog(EntryStore entries, Signer signer, Clock clock, RandomSource random) {
        return new DisclosureLog(entries, signer, clock, random::bytes);
    }

    @Bean
    Audit audit(DisclosureLog log, SaltStore salts, LookupStore lookups, PublishedPolicy published) {
        return new Audit(log, salts, lookups, published::hash);
    }

    @Bean
    EnquiryLedger enquiryLedger(EnquiryStore store, Clock clock) {
        return new EnquiryLedger(store, clock);
    }

    @Bean
    Senders senders(Partnership partnership) {
        return new Senders(partnership);
    }

    @Bean
    ContactReader contactReader(List<Translator> translators) {
        return new ContactReader(translators);
    }

    @Bean
    IntakeSeal intakeSeal(SealKeyPair hubSeal) {
        return new IntakeSeal(hubSeal);
    }

    @Bean
    Quarantine quarantine(QuarantineStore store, Audit audit, Clock clock) {
        return new Quarantine(store, audit, clock);
    }

    @Bean
    Resent resent(Inbox inbox, QuarantineStore store) {
        return new Resent(inbox, store);
    }

    @Bean
    Intake intake(
            Senders senders,
            IntakeSeal seal,
            Inbox inbox,
            ReferralStore referrals,
            ContactReader reader,
            Quarantine quarantine,
            EnquiryLedger ledger,
            Audit audit,
            KeyRing keys,
            Clock clock,
            Resent resent,
            RandomSource random) {
        Receipts receipts = new Receipts(keys.secret(KeyUse.MESSAGE_DIGEST));
        EnquiryOpening opening = new EnquiryOpening(ledger, random);
        return new Intake(
                senders, seal, inbox, referrals, reader, quarantine, opening, audit, receipts, resent, clock, random);
    }

    @Bean
    Enquirer enquirer(
            PublishedPolicy published,
            EnquiryLedger ledger,
            QuestionStore questions,
            Questions seals,
            Outbox outbox,
            Audit audit,
            Clock clock,
            RandomSource random) {
        return new Enquirer(published::hold, ledger, questions, seals, outbox, audit, clock, random);
    }

    @Bean
    Answers answers(
            Inbox inbox,
            QuestionStore questions,
            EnquiryLedger ledger,
            Matcher matcher,
            PeopleBook book,
            Quarantine quarantine,
            Audit audit,
            Clock clock,
            RandomSource random) {
        AnswerMatching matching = new AnswerMatching(matcher, random);
        return new Answers(inbox, questions, ledger, matching, book, quarantine, audit, clock, random);
    }

    @Bean
    AnswerDoor answerDoor(SealKeyPair hubSeal, Senders senders, Answers answers, Quarantine quarantine) {
        return new AnswerDoor(hubSeal, senders, answers, quarantine);
    }

    @Bean
    Desk desk(
            EnquiryLedger ledger,
            PeopleBook book,
            ConflictStore conflicts,
            QuestionStore questions,
            ViewStore views,
            Outbox outbox,
            Telling telling,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock,
            RandomSource random) {
        HandAnswers byHand = new HandAnswers(ledger, questions, clock, random);
        TransactionTemplate trial =
                new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        trial.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
        return new Desk(ledger, book, conflicts, byHand, views, outbox, telling, audit, trial, clock, random);
    }

    @Bean
    Telling telling(
            PublishedPolicy published,
            Senders senders,
            ReferralStore referrals,
            OutcomeStore outcomes,
            Audit audit,
            Clock clock,
            RandomSource random) {
        return new Telling(published::hold, senders, referrals, outcomes, audit, clock, random);
    }

    @Bean
    LinkLines linkLines(ViewLinks links, PeopleBook book, Handles handles) {
        return new LinkLines(links, book.apart()::mayBeSettled, handles);
    }

    @Bean
    Discloser discloser(
            ViewStore views,
            TeamRoles roles,
            TraceStore traces,
            Audit audit,
            LookupBook lookups,
            LinkLines links,
            Outbox outbox,
            Clock clock,
            RandomSource random) {
        return new Discloser(views, roles, traces, audit, lookups, links, outbox, clock, random);
    }

    @Bean
    ReferralJourney referralJourney(
            Partnership partnership,
            Intake intake,
            PeopleBook book,
            ViewStore views,
            Enquirer enquirer,
            Answers answers,
            Desk desk,
            EnquiryLedger ledger,
            Handles handles,
            PublishedPolicy published,
            Inputs inputs,
            SharingStops stops,
            BreakGlass breakGlass,
            BreakGlassStore broken,
            Discloser discloser,
            Clock clock) {
        return new ReferralJourney(
                new Assembly(
                        partnership,
                        new PacketAssembler(),
                        book,
                        new CaseWork(views, book),
                        published,
                        stops,
                        new Decider(published::hold, handles),
                        clock),
                new Reach(ledger, book),
                intake,
                book,
                new Screening(ledger),
                enquirer,
                answers,
                desk,
                ledger,
                published,
                inputs,
                breakGlass,
                broken,
                discloser,
                clock);
    }
}
