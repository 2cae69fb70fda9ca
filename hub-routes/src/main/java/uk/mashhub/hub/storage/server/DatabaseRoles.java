package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Does for the embedded server what a database administrator does by hand for an external one: makes the hub's database,
 * runs {@code config/sql/roles.sql}, and gives the four roles that log in their passwords. May be run at every start.
 */
public final class DatabaseRoles {
    /** The name of the hub's database in the embedded server. */
    public static final String DATABASE = "mash";
    /** Owns the tables. */
    public static final String OWNER = "hub_owner";
    /** The journey's. */
    public static final String APP = "hub_app";
    /** The readers'. */
    public static final String WEB = "hub_web";
    /** Copies every row as it lies, for a backup; the running hub has no use for it. */
    public static final String BACKUP = "hub_backup";

    private static final String SCRIPT = "/db/roles/roles.sql";

    private DatabaseRoles() {}

    /**
     * Brings the server into line.
     *
     * @param passwords the password of a role: hex digits
     */
    public static void prepare(EmbeddedPostgres server, UnaryOperator<String> passwords)
            throws SQLException, IOException {
        try (Connection maintenance = connect(server, "postgres")) {
            if (!exists(maintenance)) {
                run(maintenance, "create database " + DATABASE);
            }
        }
        try (Connection connection = connect(server, DATABASE)) {
            run(connection, script());
            for (String role : new String[] {OWNER, APP, WEB, BACKUP}) {
                run(connection, "alter role " + role + " password '" + hex(passwords.apply(role)) + "'");
            }
        }
    }

    private static Connection connect(EmbeddedPostgres server, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "bootstrap");
        properties.setProperty("password", server.bootstrapPassword());
        return DriverManager.getConnection(server.url(database), properties);
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = DatabaseRoles.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IOException("no " + SCRIPT + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Passwords stand in SQL as they are, so they have to be what {@code KeyRing} makes. */
    private static String hex(String password) {
        if (!password.matches("[0-9a-f]{32,}")) {
            throw new IllegalArgumentException("a role's password is hex digits, 32 or more");
        }
        return password;
    }
}
