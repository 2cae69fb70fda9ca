package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.KeyChange;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.proof.LogOrigin;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.RandomSource;

/** Changes keys of a hub, running or not, and says so in its log. */
public final class HubKeys {
    private final HubProperties hub;
    private final DatabaseSettings settings;
    private final KeyRing keys;
    private final Clock clock;
    private final RandomSource random;

    public HubKeys(HubProperties hub, DatabaseSettings settings, KeyRing keys, Clock clock, RandomSource random) {
        this.hub = hub;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a new key, logged before it is there.
     *
     * @return its epoch
     * @throws uk.mashhub.hub.proof.LogRefused if the log is not the one that was signed: then nothing is changed
     */
    public long change(KeyChange change) throws IOException, SQLException {
        try (DatabaseServer server = DatabaseServer.reach(settings, hub.dataDir(), keys, random)) {
            DriverManagerDataSource app = DatabaseSchema.source(server, DatabaseRoles.APP);
            JdbcTransactionManager manager = new JdbcTransactionManager(app);
            Audit audit = audit(JdbcClient.create(app), manager);
            Long epoch = new TransactionTemplate(manager).execute(status -> change.make(audit, keys));
            return Objects.requireNonNull(epoch, "epoch");
        }
    }

    private Audit audit(JdbcClient jdbc, JdbcTransactionManager manager) throws IOException {
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        LogGuard guard = new LogGuard(
                signer,
                LogOrigin.key(Partnership.load(hub.configDir().resolve("areas")), signer),
                LogLease.reading(jdbc),
                entries,
                new HeadFile(LogConfiguration.outside(hub)),
                List::of,
                clock);
        guard.look();
        Vault vault = new Vault(keys, random);
        return new Audit(
                new DisclosureLog(entries, guard, clock, random::bytes),
                new SaltStore(jdbc, vault, random),
                new LookupStore(jdbc, vault),
                () -> new PolicyHeadStore(jdbc).head().map(PolicyHead::hash));
    }
}
