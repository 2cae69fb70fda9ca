package uk.mashhub.hub.wiring;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
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
    Sequencing sequencing(LogLease lease, NoteKey logKey, Ed25519Signer signer) {
        return new Sequencing(lease, new Sequencer(logKey, signer, BATCH));
    }

    @Bean
    LogReceipts logReceipts(PgEntryStore entries, SaltStore salts, TreeStore logTree) {
        return new LogReceipts(entries, salts, logTree);
    }

    @Bean
    LogRoutes logRoutes(Sequencing sequencing) {
        return new LogRoutes(sequencing);
    }
}
