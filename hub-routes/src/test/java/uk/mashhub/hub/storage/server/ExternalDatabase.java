package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    @Override
    public void close() throws IOException {
        server.close();
    }
}
