package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.model.RandomSource;

/** The PostgreSQL that is used, embedded or external: its address and how each role signs in. */
public final class DatabaseServer implements AutoCloseable {
    private final @Nullable EmbeddedPostgres embedded;
    private final String url;
    private final DatabaseSettings settings;
    private final KeyRing keys;

    private DatabaseServer(@Nullable EmbeddedPostgres embedded, String url, DatabaseSettings settings, KeyRing keys) {
        this.embedded = embedded;
        this.url = url;
        this.settings = settings;
        this.keys = keys;
    }

    /** Where the embedded one keeps everything. */
    static Path folder(Path dataFolder) {
        return dataFolder.resolve("postgres");
    }

    /** Starts the embedded one with its roles, or names the external one. */
    static DatabaseServer start(DatabaseSettings settings, Path dataFolder, KeyRing keys, RandomSource random)
            throws IOException, SQLException {
        if (!settings.embedded()) {
            requireTls(settings.url());
            return new DatabaseServer(null, settings.url(), settings, keys);
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(folder(dataFolder), settings.port(), random);
        try {
            DatabaseRoles.prepare(embedded, keys::databasePassword);
        } catch (IOException | SQLException | RuntimeException e) {
            embedded.close();
            throw e;
        }
        return new DatabaseServer(embedded, embedded.url(DatabaseRoles.DATABASE), settings, keys);
    }

    /** The same, but the embedded one that a running hub has is used as it is. */
    static DatabaseServer reach(DatabaseSettings settings, Path dataFolder, KeyRing keys, RandomSource random)
            throws IOException, SQLException {
        Optional<String> running = settings.embedded() && Files.isDirectory(folder(dataFolder))
                ? EmbeddedPostgres.running(folder(dataFolder), DatabaseRoles.DATABASE)
                : Optional.empty();
        return running.isPresent()
                ? new DatabaseServer(null, running.get(), settings, keys)
                : start(settings, dataFolder, keys, random);
    }

    /** @throws IOException if passwords and records would travel in clear, or to whoever answers */
    public static void requireTls(String url) throws IOException {
        Optional<String> fault = SafeWay.faultOfDatabase(url);
        if (fault.isPresent()) {
            throw new IOException(fault.get());
        }
    }

    String url() {
        return url;
    }

    /** The embedded server, for whoever watches it; empty if it is external. */
    public Optional<EmbeddedPostgres> embedded() {
        return Optional.ofNullable(embedded);
    }

    /** What the driver is told beside the address. A server's error detail repeats the values of rows: left out. */
    static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "hub");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "mash-hub");
        properties.setProperty("tcpKeepAlive", "true");
        // Seconds. A server that hangs is away, like one that refuses: the routes stop and resume (ruling 27).
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return properties;
    }

    String password(String role) throws IOException {
        if (settings.embedded()) {
            return keys.databasePassword(role);
        }
        if (settings.passwords() == null) {
            throw new IOException("hub.database.passwords names no folder with the password of " + role);
        }
        return OwnerOnly.secret(settings.passwords().resolve(role));
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
