package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import picocli.CommandLine.Option;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.DatabaseServer;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.model.RandomSource;

/** The log in a hub's database, for commands that only read it, whether or not the hub runs. */
final class LogAccess {
    /** Where PostgreSQL writes the port that it listens on: the fourth line of postmaster.pid. */
    private static final int PORT_LINE = 3;

    @Option(names = "--data", defaultValue = "data", description = "the hub's data folder (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--password-file", description = "of the keystore (default: keystore.password in the data folder)")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--database", description = "address of an external database, as in hub.database.url")
    private Optional<String> database = Optional.empty();

    @Option(names = "--passwords", description = "folder with the external database's passwords")
    private Optional<Path> passwords = Optional.empty();

    /** What a command sees. */
    record Log(NoteKey key, TreeStore tree, PgEntryStore entries, CosignedHeads cosigned, Timestamps stamps) {
        /** The newest head, cosigned if there is one. */
        byte[] newestHead() {
            return cosigned.newest()
                    .or(tree::newestHead)
                    .orElseThrow(() -> new CommandFailed("the log has no checkpoint yet"));
        }
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Work {
        int with(Log log) throws IOException;
    }

    int run(Work work) throws IOException {
        KeyRing keys = KeyRing.open(
                data.resolve("keystore.p12"), passwordFile.orElse(data.resolve("keystore.password")), random());
        if (database.isPresent()) {
            DatabaseServer.requireTls(database.get());
            Path folder = passwords.orElseThrow(() -> new CommandFailed("name the folder: --passwords"));
            return work.with(log(keys, database.get(), OwnerOnly.secret(folder.resolve(DatabaseRoles.APP))));
        }
        Path folder = data.resolve("postgres");
        Path pid = folder.resolve("data/postmaster.pid");
        String password = keys.databasePassword(DatabaseRoles.APP);
        if (Files.exists(pid)) {
            List<String> lines = Files.readAllLines(pid);
            return work.with(log(
                    keys,
                    "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE) + "/" + DatabaseRoles.DATABASE,
                    password));
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0, random())) {
            return work.with(log(keys, server.url(DatabaseRoles.DATABASE), password));
        }
    }

    private static Log log(KeyRing keys, String url, String password) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, DatabaseRoles.APP, password);
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "hub");
        properties.setProperty("readOnly", "true");
        source.setConnectionProperties(properties);
        return log(keys, source);
    }

    private static Log log(KeyRing keys, DataSource source) {
        JdbcClient jdbc = JdbcClient.create(source);
        TreeStore tree = LogLease.reading(jdbc);
        String origin = tree.newestHead()
                .flatMap(SignedNote::read)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::origin)
                .orElseThrow(() -> new CommandFailed("the log has no checkpoint yet"));
        NoteKey key = new NoteKey(origin, new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING)).publicKey());
        return new Log(
                key,
                tree,
                new PgEntryStore(jdbc, new JdbcTransactionManager(source)),
                new CosignedHeads(jdbc),
                new Timestamps(jdbc));
    }

    static RandomSource random() {
        SecureRandom secure = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            secure.nextBytes(bytes);
            return bytes;
        };
    }
}
