package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.LookupMaking;
import uk.mashhub.hub.audit.SettingsLog;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogOrigin;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.proof.LogStanding;
import uk.mashhub.hub.proof.Restoring;
import uk.mashhub.hub.proof.Sequencing;
import uk.mashhub.hub.proof.Timestamping;
import uk.mashhub.hub.proof.Witnessing;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.log.Cosigner;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.MlDsa44Cosignature;
import uk.mashhub.log.Sequencer;
import uk.mashhub.log.TimeAuthority;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.WitnessClient;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.model.RandomSource;

/** The tree over the log, and what lets it grow. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    /** Signed within one turn of the lease, with much room to spare. */
    private static final int BATCH = 4096;

    /** A witness that is away must not hold up the others. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** The log's name is its origin (C2SP tlog-checkpoint). */
    @Bean
    NoteKey logKey(Ed25519Signer signer, Partnership partnership) {
        return LogOrigin.key(partnership, signer);
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
    LogReceipts logReceipts(PgEntryStore entries, SaltStore salts, TreeStore logTree, CosignedHeads heads) {
        return new LogReceipts(entries, salts, logTree, heads);
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
            Witnessing witnessing,
            Clock clock) {
        LogGuard guard =
                new LogGuard(signer, logKey, logTree, entries, new HeadFile(outside(hub)), witnessing::newest, clock);
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
        return new Restoring(guard, logKey, log, entries, salts, transactions, outside(hub));
    }

    /**
     * Whom to believe about the log: this file, the setting {@code hub.log.policy}, is for the hub and for everybody who checks
     * its log (C2SP tlog-policy). Without one no witness is asked.
     */
    @Bean
    TrustPolicy logPolicy(@Value("${hub.log.policy:}") String file, NoteKey logKey)
            throws IOException, PolicyText.Malformed {
        if (file.isBlank()) {
            return TrustPolicy.ofLog(logKey);
        }
        TrustPolicy policy = TrustPolicy.read(Files.readAllBytes(Path.of(file)));
        if (!policy.logs().contains(logKey)) {
            throw new IllegalStateException(
                    "the policy file " + file + " does not name this hub's log: " + logKey.vkey());
        }
        return policy;
    }

    @Bean
    CosignedHeads cosignedHeads(JdbcClient jdbc) {
        return new CosignedHeads(jdbc);
    }

    @Bean
    Witnessing witnessing(TrustPolicy logPolicy, NoteKey logKey, TreeStore logTree, CosignedHeads heads, Clock clock) {
        NoteAlgorithms algorithms = NoteAlgorithms.ofJdk().with(new MlDsa44Cosignature());
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        Map<String, Cosigner> witnesses = new HashMap<>();
        logPolicy
                .addresses()
                .forEach((name, address) -> witnesses.put(
                        name,
                        new WitnessClient(
                                Objects.requireNonNull(logPolicy.witnesses().get(name), "witness"),
                                URI.create(address),
                                http,
                                algorithms)));
        return new Witnessing(logPolicy, witnesses, logKey, logTree, heads, clock, algorithms);
    }

    @Bean
    Timestamps timestamps(JdbcClient jdbc) {
        return new Timestamps(jdbc);
    }

    /** The time authority (RFC 3161): its address, and a file with its certificate, PEM. Without them there are no tokens. */
    @Bean
    Timestamping timestamping(
            @Value("${hub.log.time.url:}") String url,
            @Value("${hub.log.time.certificate:}") String certificate,
            NoteKey logKey,
            TreeStore logTree,
            Timestamps stamps,
            Clock clock,
            RandomSource random)
            throws IOException, CertificateException {
        if (url.isBlank()) {
            return new Timestamping(Optional.empty(), logKey, logTree, stamps, clock);
        }
        try (InputStream in = Files.newInputStream(Path.of(certificate))) {
            X509Certificate trusted =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
            TimeAuthority authority = new TimeAuthority(URI.create(url), trusted, http, random::bytes);
            return new Timestamping(Optional.of(authority::stamp), logKey, logTree, stamps, clock);
        }
    }

    /** Red while the time authority gives no tokens. Work goes on meanwhile; evidence of when is poorer. */
    @Bean
    HealthIndicator timeHealth(Timestamping timestamping) {
        return () -> timestamping
                .awaySince()
                .map(since ->
                        Health.down().withDetail("since", since.toString()).build())
                .orElseGet(() -> Health.up().build());
    }

    /** Red while too few agencies vouch for the log, or one says that it did not only grow. Work goes on meanwhile. */
    @Bean
    HealthIndicator witnessHealth(Witnessing witnessing) {
        return () -> {
            Witnessing.State state = witnessing.state();
            Health.Builder health = state.quorum() && !state.refused() ? Health.up() : Health.down();
            return health.withDetail("since", state.since().toString())
                    .withDetails(state.witnesses())
                    .build();
        };
    }

    /** Red while the log is not the one that was signed, or its head has not reached the file outside the database for long. */
    @Bean
    HealthIndicator logHealth(LogGuard guard) {
        return () -> guard.refusal().isEmpty() && guard.keeps()
                ? Health.up().build()
                : Health.down().build();
    }

    @Bean
    LogRoutes logRoutes(
            Sequencing sequencing,
            LogGuard guard,
            Restoring restoring,
            Witnessing witnessing,
            CosignedHeads heads,
            Timestamping timestamping,
            LogStanding standing,
            LookupMaking lookups,
            SettingsLog settings) {
        return new LogRoutes(
                sequencing, guard, restoring, witnessing, heads, timestamping, standing, lookups, settings);
    }
}
