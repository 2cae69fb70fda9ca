package uk.mashhub.hub.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Restoring;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.model.RandomSource;

/** The tree over the log, and what lets it grow. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    /** Signed within one turn of the lease, with much room to spare. */
    private static final int BATCH = 4096;

    /** The log's name is its origin (C2SP tlog-checkpoint). */
    @Bean
    NoteKey logKey(Ed25519Signer signer, Partnership partnership) {
        return new NoteKey("mash-hub/" + partnership.areas().get(0).code(), signer.publicKey());
    }

    @Bean
    LogLease logLease(JdbcClient jdbc, JdbcTransactionManager manager, Clock clock, RandomSource random) {
        return new LogLease(jdbc, manager, clock, random.uuid());
    }

    /** The tree as it is committed. */
    @Bean
    TreeStore logTree(JdbcClient jdbc) {
        return LogLease.reading(jdbc);
    }

    @Bean
    LogExport logExport(NoteKey logKey) {
        return new LogExport(logKey);
    }

    @Bean
    Sequencing sequencing(LogLease lease, NoteKey logKey, LogGuard guard) {
        return new Sequencing(lease, new Sequencer(logKey, guard, BATCH));
    }

    @Bean
    LogReceipts logReceipts(PgEntryStore entries, SaltStore salts, TreeStore logTree) {
        return new LogReceipts(entries, salts, logTree);
    }

    /** Kept apart from the database's folder, so that it can stand on another disk. */
    static Path outside(HubProperties hub) {
        return hub.dataDir().resolve("log");
    }

    /** The signer of all that is logged. Looks at the log before anything can be. */
    @Bean
    @Primary
    LogGuard logGuard(
            Ed25519Signer signer,
            NoteKey logKey,
            TreeStore logTree,
            PgEntryStore entries,
            HubProperties hub,
            Clock clock) {
        LogGuard guard = new LogGuard(signer, logKey, logTree, entries, new HeadFile(outside(hub)), List::of, clock);
        guard.look();
        return guard;
    }

    @Bean
    Restoring restoring(
            LogGuard guard,
            NoteKey logKey,
            PgEntryStore entries,
            SaltStore salts,
            Ed25519Signer signer,
            TransactionTemplate transactions,
            HubProperties hub,
            Clock clock,
            RandomSource random) {
        DisclosureLog log = new DisclosureLog(entries, signer, clock, random::bytes);
        return new Restoring(guard, logKey, log, salts, transactions, outside(hub));
    }

    /** Red while the log is not the one that was signed. */
    @Bean
    HealthIndicator logHealth(LogGuard guard) {
        return () ->
                guard.refusal().isEmpty() ? Health.up().build() : Health.down().build();
    }

    @Bean
    LogRoutes logRoutes(Sequencing sequencing, LogGuard guard, Restoring restoring) {
        return new LogRoutes(sequencing, guard, restoring);
    }
}
