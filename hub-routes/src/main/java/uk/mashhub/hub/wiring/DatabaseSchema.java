package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.storage.InstanceStore;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.TeamRoleSetup;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.vocabulary.Role;

/** What the owner of the tables does before anybody else comes: migrations, and a role for each configured team. */
final class DatabaseSchema {
    /** Of an advisory lock, kept for as long as its connection. */
    private static final long ROLES = 0x6d617368726f6cL;

    private DatabaseSchema() {}

    /** How a hub of one database looks at it, and joins those that run on it. */
    interface Joining {
        Instances on(InstanceStore store, TransactionTemplate transactions);
    }

    /**
     * Brings a database to this release for a command, beside which no hub may run.
     *
     * @throws IllegalStateException if one does: nothing in the database was changed then
     */
    static void bringAlone(DatabaseServer server, Partnership partnership, Joining joining, RandomSource random)
            throws IOException {
        DriverManagerDataSource owner = source(server, DatabaseRoles.OWNER);
        Instances instances = on(owner, joining);
        alone(owner, () -> {
            instances.lookForAny();
            migrations(owner).load().migrate();
            roles(owner, partnership, random);
        });
    }

    private static Instances on(DriverManagerDataSource owner, Joining joining) {
        return joining.on(
                new InstanceStore(JdbcClient.create(owner)),
                new TransactionTemplate(new JdbcTransactionManager(owner)));
    }

    /**
     * Brings a database to this release where no hub can run on it.
     *
     * @return what was migrated
     */
    static Flyway bring(DatabaseServer server, Partnership partnership, RandomSource random) throws IOException {
        DriverManagerDataSource owner = source(server, DatabaseRoles.OWNER);
        Flyway flyway = migrations(owner).load();
        alone(owner, () -> {
            flyway.migrate();
            roles(owner, partnership, random);
        });
        return flyway;
    }

    /**
     * Brings a database to this release for a hub, which then has joined those that run on it.
     *
     * @throws IllegalStateException saying why it cannot run beside another: nothing in the database was changed then
     */
    static Instances join(DatabaseServer server, Partnership partnership, Joining joining, RandomSource random)
            throws IOException {
        DriverManagerDataSource owner = source(server, DatabaseRoles.OWNER);
        Instances instances = on(owner, joining);
        alone(owner, () -> {
            instances.look();
            migrations(owner).load().migrate();
            roles(owner, partnership, random);
            // Before the next one looks: otherwise both would find nobody.
            joined(instances);
        });
        return instances;
    }

    /** Of this release. */
    static Flyway migrations(DatabaseServer server) throws IOException {
        return migrations(source(server, DatabaseRoles.OWNER)).load();
    }

    private static void joined(Instances instances) {
        try {
            instances.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void roles(DriverManagerDataSource owner, Partnership partnership, RandomSource random) {
        TeamRoleSetup teams = new TeamRoleSetup(JdbcClient.create(owner), new JdbcTransactionManager(owner), random);
        for (Area area : partnership.areas()) {
            for (Team team : area.teams()) {
                teams.ensure(area.code(), team.id());
            }
        }
        teams.leads(partnership.areas().stream()
                .flatMap(a -> a.teams().stream()
                        .filter(t -> t.role() == Role.IG_LEAD)
                        .map(t -> new TeamRoleSetup.Lead(a.code(), t.id(), t.agency())))
                .toList());
    }

    /** Two hubs that start at once look and make roles one after the other. */
    private static void alone(DriverManagerDataSource owner, Runnable work) {
        try (Connection turn = owner.getConnection();
                Statement lock = turn.createStatement()) {
            lock.execute("select pg_advisory_lock(" + ROLES + ")");
            work.run();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("the database's roles cannot be looked at", e);
        }
    }

    /**
     * Brings an empty database to what an earlier release made of it, or this one.
     *
     * @throws org.flywaydb.core.api.FlywayException if this release has no such migration
     */
    static void bring(DatabaseServer server, String version) throws IOException {
        migrations(source(server, DatabaseRoles.OWNER)).target(version).load().migrate();
    }

    private static FluentConfiguration migrations(DriverManagerDataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("hub")
                .createSchemas(false);
    }

    /**
     * Connections of one role, each made when it is asked for. They wait for an answer as long as it takes: migrations and a restore
     * build indexes and check references over whole tables. A server that dies meanwhile is noticed by TCP.
     */
    static DriverManagerDataSource source(DatabaseServer server, String role) throws IOException {
        DriverManagerDataSource source = new DriverManagerDataSource(server.url(), role, server.password(role));
        Properties properties = DatabaseServer.properties();
        properties.setProperty("socketTimeout", "0");
        source.setConnectionProperties(properties);
        return source;
    }
}
