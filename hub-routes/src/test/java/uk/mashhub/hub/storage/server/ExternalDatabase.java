package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import uk.mashhub.model.RandomSource;

/** A PostgreSQL that is not the hub's own, with nothing in it, and its administrator. */
public final class ExternalDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;

    private ExternalDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    public static ExternalDatabase start(Path folder, RandomSource random) throws IOException {
        return new ExternalDatabase(EmbeddedPostgres.start(folder, 0, random));
    }

    public String url(String database) {
        return server.url(database);
    }

    public Connection administrator(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), "bootstrap", server.bootstrapPassword());
    }

    /**
     * Has it take TLS connections, without a restart.
     *
     * @param certificate PEM, as is the key; the server itself writes both, so that they are its account's alone
     */
    public void encrypt(String certificate, String key) throws SQLException {
        try (Connection postgres = administrator("postgres");
                Statement statement = postgres.createStatement()) {
            keep(statement, certificate, "tls.pem");
            keep(statement, key, "tls.key");
            statement.execute("alter system set ssl_cert_file = 'tls.pem'");
            statement.execute("alter system set ssl_key_file = 'tls.key'");
            statement.execute("alter system set ssl = on");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void keep(Statement statement, String pem, String file) throws SQLException {
        statement.execute("copy (select line from regexp_split_to_table('" + pem + "', '\n') line)"
                + " to program 'umask 077 && cat > " + file + "'");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
