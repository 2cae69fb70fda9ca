package uk.mashhub.hub.storage.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.GatheringJdbc;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;

/** The real server with the real roles and migrations, one for all tests of this JVM. */
public final class TestDatabase {
    /** Invented, as everything in tests. */
    public static final AreaCode AREA = new AreaCode("E10999999");

    private static final Map<String, TestDatabase> ONE = new ConcurrentHashMap<>();
    private static final SecureRandom SECURE = new SecureRandom();

    public final RandomSource random = TestDatabase::bytes;
    public final Path folder;
    public final EmbeddedPostgres server;
    public final KeyRing keys;
    public final DestroyedKeys destroyed;
    public final Vault vault;
    public final HikariDataSource appPool;
    public final HikariDataSource webPool;
    public final JdbcClient app;
    public final JdbcClient web;
    public final JdbcTransactionManager appManager;
    public final JdbcTransactionManager webManager;

    private TestDatabase() {
        try {
            folder = OwnerOnly.folder(
                    Path.of("target", "test-data", UUID.randomUUID().toString()));
            Path password = folder.resolve("hub.password");
            OwnerOnly.replace(
                    password, HexFormat.of().formatHex(bytes(32)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            keys = KeyRing.create(folder.resolve("hub.p12"), password, random);
            destroyed = new DestroyedKeys(folder.resolve("log"), keys);
            vault = new Vault(keys, random);
            server = EmbeddedPostgres.start(folder.resolve("postgres"), 0, random);
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            DatabaseRoles.prepare(server, keys::databasePassword);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the test database does not start", e);
        }
        Flyway.configure()
                .dataSource(owner())
                .defaultSchema("hub")
                .createSchemas(false)
                .load()
                .migrate();
        appPool = pool(DatabaseRoles.APP, 6);
        // One physical connection: whatever one team leaves behind on it, the next would find.
        webPool = pool(DatabaseRoles.WEB, 1);
        app = new GatheringJdbc(appPool);
        web = JdbcClient.create(webPool);
        appManager = new JdbcTransactionManager(appPool);
        webManager = new JdbcTransactionManager(webPool);
    }

    /** The one of this JVM. */
    public static TestDatabase shared() {
        return ONE.computeIfAbsent("one", k -> new TestDatabase());
    }

    public DataSource owner() {
        return source(DatabaseRoles.OWNER, keys.databasePassword(DatabaseRoles.OWNER));
    }

    public DataSource superuser() {
        return source("bootstrap", server.bootstrapPassword());
    }

    public DataSource source(String user, String password) {
        return new DriverManagerDataSource(server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub", user, password);
    }

    /** A pool of a number of connections for one of the hub's users. */
    public HikariDataSource pool(String user, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(DatabaseRoles.DATABASE) + "?currentSchema=hub");
        config.setUsername(user);
        config.setPassword(keys.databasePassword(user));
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    public TransactionTemplate inApp() {
        return new TransactionTemplate(appManager);
    }

    /** The role of a team of the area, made if it has none. */
    public String team(TeamId team) {
        DataSource owner = owner();
        new TeamRoleSetup(JdbcClient.create(owner), new JdbcTransactionManager(owner), random).ensure(AREA, team);
        return new TeamRoles(app).of(AREA, team).orElseThrow();
    }

    /** The teams of information governance leads. */
    public void leads(List<TeamRoleSetup.Lead> leads) {
        DataSource owner = owner();
        new TeamRoleSetup(JdbcClient.create(owner), new JdbcTransactionManager(owner), random).leads(leads);
    }

    private void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("the test database does not stop", e);
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SECURE.nextBytes(bytes);
        return bytes;
    }
}
