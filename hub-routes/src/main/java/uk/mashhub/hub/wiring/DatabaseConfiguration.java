package uk.mashhub.hub.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.GatheringJdbc;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.RoleGuard;
import uk.mashhub.model.RandomSource;

/**
 * The database: server, migrations, and a pool each for the journey and for readers. A pool whose user could step round
 * row-level security does not come up (ruling 18), nor does one of a database whose keys the keystore lacks.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HubProperties.class, DatabaseSettings.class})
public class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseSettings settings, HubProperties hub, KeyRing keys, RandomSource random)
            throws IOException, SQLException {
        return DatabaseServer.start(settings, hub.dataDir(), keys, random);
    }

    /**
     * Migrates as the owner, and makes a role for each configured team; the owner is not used again. A hub that has joined those of its
     * database has done so before.
     */
    @Bean
    Flyway flyway(
            DatabaseServer server,
            Partnership partnership,
            RandomSource random,
            @Qualifier("joined") ObjectProvider<Instances> joined)
            throws IOException {
        return joined.getIfAvailable() != null
                ? DatabaseSchema.migrations(server)
                : DatabaseSchema.bring(server, partnership, random);
    }

    /** The journey's pool. Takes the migrations so that it never sees a database without them. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource appDataSource(
            DatabaseServer server,
            DatabaseSettings settings,
            KeyRing keys,
            DestroyedKeys destroyedKeys,
            Flyway migrated)
            throws IOException {
        HikariDataSource pool = pool(server, DatabaseRoles.APP, settings.connections());
        return checked(pool, () -> {
            RoleGuard.checkApp(pool);
            new KeyEpochs(JdbcClient.create(pool), keys, destroyedKeys).destroyAgain();
        });
    }

    /** The readers' pool. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource webDataSource(DatabaseServer server, DatabaseSettings settings, Flyway migrated)
            throws IOException {
        HikariDataSource pool = pool(server, DatabaseRoles.WEB, Math.max(2, settings.connections() / 2));
        return checked(pool, () -> RoleGuard.checkWeb(pool));
    }

    @Bean
    @Primary
    JdbcTransactionManager transactionManager(DataSource appDataSource) {
        return new JdbcTransactionManager(appDataSource);
    }

    @Bean(defaultCandidate = false)
    JdbcTransactionManager webTransactionManager(@Qualifier("webDataSource") DataSource webDataSource) {
        return new JdbcTransactionManager(webDataSource);
    }

    @Bean
    @Primary
    JdbcClient appJdbc(DataSource appDataSource) {
        return new GatheringJdbc(appDataSource);
    }

    private static HikariDataSource pool(DatabaseServer server, String user, int size) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName(user);
        config.setJdbcUrl(server.url());
        config.setUsername(user);
        config.setPassword(server.password(user));
        config.setDataSourceProperties(DatabaseServer.properties());
        config.setMaximumPoolSize(size);
        // While the database is away callers learn so in seconds and the routes stop (ruling 27).
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static HikariDataSource checked(HikariDataSource pool, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return pool;
    }
}
