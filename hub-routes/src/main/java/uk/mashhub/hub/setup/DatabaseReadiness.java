package uk.mashhub.hub.setup;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.RoleGuard;
import uk.mashhub.hub.storage.server.RoleRefused;
import uk.mashhub.hub.wiring.DatabaseSettings;
import uk.mashhub.hub.wiring.HubProperties;
import uk.mashhub.hub.wiring.SafeWay;

/** An external database: that it can be reached, that each role signs in and has no more rights than it should, its clock, its policy. */
final class DatabaseReadiness {
    private static final String PART = "database";
    private static final int OLDEST = 16;
    /** Beyond this the hub would refuse to log (ruling 25). */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final Home home;
    private final HubProperties hub;
    private final DatabaseSettings settings;
    private final Clock clock;

    DatabaseReadiness(Home home, HubProperties hub, DatabaseSettings settings, Clock clock) {
        this.home = home;
        this.hub = hub;
        this.settings = settings;
        this.clock = clock;
    }

    List<Finding> look() {
        if (settings.url().isBlank()) {
            return List.of(Finding.ok(PART, "the hub's own, under " + hub.dataDir()));
        }
        Optional<Finding> away = reach();
        if (away.isPresent()) {
            return List.of(away.get());
        }
        List<Finding> found = new ArrayList<>();
        for (String role : List.of(DatabaseRoles.OWNER, DatabaseRoles.APP, DatabaseRoles.WEB)) {
            found.addAll(role(role));
        }
        found.add(backup());
        return found;
    }

    /** The hub runs without; nobody should be without. */
    private Finding backup() {
        Finding found = role(DatabaseRoles.BACKUP).get(0);
        return found.kind() == Finding.Kind.OK
                ? found
                : Finding.look("backup", "./mash backup cannot copy the database: " + found.words());
    }

    private Optional<Finding> reach() {
        Optional<String> fault = SafeWay.faultOfDatabase(settings.url());
        if (fault.isPresent()) {
            return Optional.of(Finding.no(PART, fault.get()));
        }
        try {
            URI uri = URI.create(settings.url().replaceFirst("^jdbc:", ""));
            if (uri.getHost() == null) {
                return Optional.of(Finding.no(PART, "hub.database.url is no jdbc:postgresql://host:port/database"));
            }
            return new Hop(PART, uri.getHost(), uri.getPort() < 0 ? 5432 : uri.getPort()).plain();
        } catch (IllegalArgumentException e) {
            return Optional.of(Finding.no(PART, "hub.database.url is no jdbc:postgresql://host:port/database"));
        }
    }

    private List<Finding> role(String role) {
        if (settings.passwords() == null) {
            return List.of(Finding.no(PART, "hub.database.passwords names no folder with the password of " + role));
        }
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("currentSchema", "hub");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        try {
            properties.setProperty(
                    "password", OwnerOnly.secret(settings.passwords().resolve(role)));
        } catch (IOException e) {
            return List.of(Finding.no(PART, InnerFault.words(e)));
        }
        try (Connection connection = DriverManager.getConnection(settings.url(), properties)) {
            return role(role, connection);
        } catch (RoleRefused e) {
            return List.of(Finding.no(PART, e.getMessage() + ": run config/sql/roles.sql again"));
        } catch (SQLException | DataAccessException e) {
            return List.of(Finding.no(PART, role + " cannot sign in: " + InnerFault.words(e)));
        }
    }

    private List<Finding> role(String role, Connection connection) throws SQLException {
        List<Finding> found = new ArrayList<>();
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            return List.of(
                    Finding.no(PART, "PostgreSQL " + version + " is too old; " + OLDEST + " or newer is needed"));
        }
        SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
        switch (role) {
            case DatabaseRoles.APP -> RoleGuard.checkApp(one);
            case DatabaseRoles.WEB -> RoleGuard.checkWeb(one);
            case DatabaseRoles.BACKUP -> RoleGuard.checkBackup(one);
            case DatabaseRoles.OWNER -> found.addAll(clocks(connection));
            default -> {}
        }
        found.add(0, Finding.ok(PART, role + " signs in (PostgreSQL " + version + ")"));
        if (role.equals(DatabaseRoles.APP)) {
            found.add(policy(connection));
        }
        return found;
    }

    private List<Finding> clocks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select extract(epoch from clock_timestamp()) * 1000")) {
            row.next();
            Duration apart = Duration.between(Instant.ofEpochMilli(row.getLong(1)), clock.instant())
                    .abs();
            return apart.compareTo(CLOCKS_APART) > 0
                    ? List.of(Finding.look(
                            "clock",
                            "this machine and the database are " + apart.toSeconds() + " seconds apart: look at NTP"))
                    : List.of(Finding.ok("clock", "as the database's"));
        }
    }

    private Finding policy(Connection connection) throws SQLException {
        String publish = "./mash init " + home.folder() + " --ig-lead SUB --ig-lead SUB publishes the first";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("select to_regclass('hub.policy_head') is not null")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return Finding.no("policy", "the database is empty; " + publish);
                }
            }
            try (ResultSet head = statement.executeQuery("select hash from hub.policy_head")) {
                return head.next()
                        ? Finding.ok("policy", "published: " + head.getString(1).substring(0, 16))
                        : Finding.no("policy", "none is published; " + publish);
            }
        }
    }
}
