package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.ReferralJourney;
import uk.mashhub.hub.account.AccountWork;
import uk.mashhub.hub.account.SubjectAccounts;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.audit.LogTotals;
import uk.mashhub.hub.audit.LookupBook;
import uk.mashhub.hub.audit.LookupDoor;
import uk.mashhub.hub.audit.LookupExports;
import uk.mashhub.hub.audit.LookupKeys;
import uk.mashhub.hub.audit.LookupMaking;
import uk.mashhub.hub.audit.OpeningLog;
import uk.mashhub.hub.audit.SettingsLog;
import uk.mashhub.hub.decide.Decider;
import uk.mashhub.hub.decide.DecidingAnew;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.CaseWork;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.retention.RetentionSchedules;
import uk.mashhub.hub.retention.Term;
import uk.mashhub.hub.storage.AccountStore;
import uk.mashhub.hub.storage.ConflictStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.LogExportStore;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.SettingsStore;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.TotalsStore;
import uk.mashhub.hub.storage.TraceAsks;
import uk.mashhub.hub.storage.TraceStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.hub.storage.ViewStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.policy.Handles;

/** Looking things up in the disclosure log: the index beside it, and the door to that. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    LookupStore lookupStore(JdbcClient jdbc, Vault vault) {
        return new LookupStore(jdbc, vault);
    }

    @Bean
    LookupKeys lookupKeys(KeyRing keys) {
        return new LookupKeys(keys.secret(KeyUse.BLOCKING));
    }

    @Bean
    LookupBook lookupBook(LookupStore store, LookupKeys keys, RandomSource random) {
        return new LookupBook(store, keys, random);
    }

    @Bean
    LookupMaking lookupMaking(
            LookupStore store, Partnership partnership, TransactionTemplate transactions, RandomSource random) {
        return new LookupMaking(store, partnership, transactions, random);
    }

    @Bean
    LookupDoor lookupDoor(LookupStore store, LookupKeys keys, TeamRoles roles, ViewReader reader, OpeningLog openings) {
        return new LookupDoor(store, keys, roles, reader, openings);
    }

    @Bean
    LogExportStore logExportStore(JdbcClient jdbc, Vault vault) {
        return new LogExportStore(jdbc, vault);
    }

    @Bean
    LookupExports lookupExports(
            LookupDoor door,
            LogExportStore store,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            RetentionSchedules schedules,
            Clock clock,
            RandomSource random) {
        return new LookupExports(
                door, store, receipts, audit, transactions, clock, random, schedules.term(Term.Kind.LOG_EXPORT));
    }

    @Bean
    AccountStore accountStore(JdbcClient jdbc, Vault vault) {
        return new AccountStore(jdbc, vault);
    }

    @Bean
    AccountWork accountWork(PeopleBook book, EnquiryLedger ledger, ReferralJourney journey, TraceStore traces) {
        return new AccountWork(book, ledger, journey, traces);
    }

    @Bean
    SubjectAccounts subjectAccounts(
            AccountWork work,
            AccountStore store,
            ConflictStore conflicts,
            LookupKeys keys,
            LogReceipts receipts,
            Audit audit,
            TransactionTemplate transactions,
            RetentionSchedules schedules,
            Clock clock,
            RandomSource random) {
        return new SubjectAccounts(
                work,
                store,
                conflicts,
                keys,
                receipts,
                audit,
                transactions,
                new SubjectAccounts.Terms(
                        schedules.term(Term.Kind.ACCOUNT_ASKED),
                        schedules.term(Term.Kind.ACCOUNT_RELEASED),
                        schedules.term(Term.Kind.ACCOUNT_TOLD)),
                clock,
                random);
    }

    @Bean
    TraceAsks traceAsks(JdbcClient jdbc, RandomSource random) {
        return new TraceAsks(jdbc, random);
    }

    @Bean
    DecidingAnew decidingAnew(
            ReferralJourney journey,
            PublishedPolicy published,
            Handles handles,
            ViewStore views,
            PeopleBook book,
            Partnership partnership) {
        return new DecidingAnew(
                journey::packet,
                new Decider(published::hold, handles),
                new CaseWork(views, book),
                published,
                partnership);
    }

    @Bean
    JointTrace jointTrace(
            LookupKeys keys,
            TraceAsks asks,
            TraceStore traces,
            EnquiryLedger ledger,
            DecidingAnew anew,
            ConflictStore conflicts,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        return new JointTrace(keys, asks, traces, ledger, anew, conflicts, audit, transactions, clock);
    }

    @Bean
    LogTotals logTotals(
            TraceStore traces,
            JdbcClient jdbc,
            PublishedPolicy published,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        return new LogTotals(
                traces, new TotalsStore(jdbc), () -> published.hold().policy().book(), audit, transactions, clock);
    }

    /** What the partnership is configured by, the log's own policy included. */
    @Bean
    SettingsLog settingsLog(
            JdbcClient jdbc,
            HubProperties hub,
            @Value("${hub.log.policy:}") String logPolicy,
            Audit audit,
            TransactionTemplate transactions,
            RandomSource random)
            throws IOException {
        return new SettingsLog(
                new SettingsStore(jdbc),
                instance(hub.dataDir(), random),
                InCommon.configuration(hub, logPolicy),
                audit,
                transactions);
    }

    /** The name of this instance among those that share the database: random, and its data folder's for good. */
    private static String instance(Path dataFolder, RandomSource random) throws IOException {
        Path file = dataFolder.resolve("instance");
        LockedFile.alone(dataFolder.resolve("instance.lock"), () -> {
            if (!Files.exists(file)) {
                OwnerOnly.replace(file, random.uuid().toString().getBytes(StandardCharsets.US_ASCII));
            }
        });
        return OwnerOnly.secret(file);
    }
}
