package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.decide.PolicyFiles;
import uk.mashhub.hub.decide.PolicySeals;
import uk.mashhub.hub.decide.Publications;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LookupStore;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.PolicyHead;
import uk.mashhub.hub.storage.PolicyHeadStore;
import uk.mashhub.hub.storage.PolicyStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.PolicyRefused;

/**
 * The first publish of a hub, before it has ever run: {@code ./mash init} does it for the partnership's two information
 * governance leads, whom it is told (ruling 21). Every later one is theirs to do, signed in. A hub that has a policy is left as
 * it is.
 */
public final class FirstPublish {
    private final HubProperties hub;
    private final DatabaseSettings settings;
    private final Clock clock;
    private final RandomSource random;

    public FirstPublish(HubProperties hub, DatabaseSettings settings, Clock clock, RandomSource random) {
        this.hub = hub;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What came of it.
     *
     * @param hash of the policy that is published
     * @param now whether it was published now, or had been before
     */
    public record Outcome(PolicyHash hash, boolean now) {}

    /**
     * Brings the database to this release and publishes agreements.
     *
     * @param files that the caller has proved
     * @throws IOException if a file cannot be read
     * @throws SQLException if the embedded database cannot be prepared
     * @throws PolicyRefused if the agreements do not load
     * @throws IllegalStateException if a hub runs on the database
     * @throws org.springframework.dao.DataAccessException if the database is not as it must be
     */
    public Outcome run(KeyRing keys, PolicyFiles files, UserId first, UserId second)
            throws IOException, SQLException, PolicyRefused {
        Partnership partnership = Partnership.load(hub.configDir().resolve("areas"));
        try (DatabaseServer server = DatabaseServer.start(settings, hub.dataDir(), keys, random)) {
            DatabaseSchema.bringAlone(server, partnership, this::asHub, random);
            DriverManagerDataSource app = DatabaseSchema.source(server, DatabaseRoles.APP);
            return publish(app, keys, files, List.of(first, second));
        }
    }

    private Instances asHub(InstanceStore store, TransactionTemplate transactions) {
        return new Instances(
                store, transactions, hub.dataDir().resolve("instances"), random.uuid(), "a command", false, clock);
    }

    private Outcome publish(DriverManagerDataSource app, KeyRing keys, PolicyFiles files, List<UserId> leads)
            throws PolicyRefused {
        JdbcClient jdbc = JdbcClient.create(app);
        JdbcTransactionManager manager = new JdbcTransactionManager(app);
        PolicyHeadStore heads = new PolicyHeadStore(jdbc);
        Publications publications = publications(jdbc, manager, heads, keys);
        files.load();
        return new TransactionTemplate(manager)
                .execute(status -> heads.head()
                        .map(PolicyHead::hash)
                        .map(hash -> new Outcome(hash, false))
                        .orElseGet(() -> new Outcome(publish(publications, files, leads), true)));
    }

    private Publications publications(
            JdbcClient jdbc, JdbcTransactionManager manager, PolicyHeadStore heads, KeyRing keys) {
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        DisclosureLog log = new DisclosureLog(new PgEntryStore(jdbc, manager), signer, clock, random::bytes);
        Vault vault = new Vault(keys, random);
        SaltStore salts = new SaltStore(jdbc, vault, random);
        Audit audit = new Audit(
                log, salts, new LookupStore(jdbc, vault), () -> heads.head().map(PolicyHead::hash));
        return new Publications(new PolicyStore(jdbc), heads, new PolicySeals(signer), audit, clock, random);
    }

    private PolicyHash publish(Publications publications, PolicyFiles files, List<UserId> leads) {
        try {
            PolicyHash hash = publications.keep(files);
            UUID proposal = publications.propose(leads.get(0), hash, clock.instant());
            publications.sign(leads.get(1), proposal).ifPresent(why -> {
                throw new IllegalStateException(why);
            });
            return hash;
        } catch (PolicyRefused e) {
            throw new IllegalStateException("the agreements load no more", e);
        }
    }
}
