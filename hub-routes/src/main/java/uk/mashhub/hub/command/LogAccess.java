package uk.mashhub.hub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Option;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.proof.LogGuard;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.LogLease;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.PgEntryStore;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.Timestamps;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.DatabaseServer;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.TreeStore;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.model.RandomSource;

/** The log in a hub's database, for commands that read it and say in it that they did, whether or not the hub runs. */
final class LogAccess {
    /** Where PostgreSQL writes the port that it listens on: the fourth line of postmaster.pid. */
    private static final int PORT_LINE = 3;

    @Option(names = "--data", description = "the hub's data folder (default: data)")
    private Optional<Path> named = Optional.empty();

    @Option(names = "--password-file", description = "of the keystore (default: keystore.password in the data folder)")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--database", description = "address of an external database, as in hub.database.url")
    private Optional<String> database = Optional.empty();

    @Option(names = "--passwords", description = "folder with the external database's passwords")
    private Optional<Path> passwords = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "who runs this; the log commits to it, and to the machine's user")
    private Optional<String> by = Optional.empty();

    /** What a command sees. */
    record Log(
            NoteKey key,
            TreeStore tree,
            PgEntryStore entries,
            CosignedHeads cosigned,
            Timestamps stamps,
            LogActs acts) {
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

    /** Whether somebody has said which hub. */
    boolean isNamed() {
        return named.isPresent();
    }

    int run(Work work) throws IOException {
        Path data = named.orElse(Path.of("data"));
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

    private Log log(KeyRing keys, String url, String password) {
        JdbcClient jdbc = JdbcClient.create(source(url, password, true));
        TreeStore tree = LogLease.reading(jdbc);
        String origin = tree.newestHead()
                .flatMap(SignedNote::read)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::origin)
                .orElseThrow(() -> new CommandFailed("the log has no checkpoint yet"));
        Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
        NoteKey key = new NoteKey(origin, signer.publicKey());
        return new Log(
                key,
                tree,
                new PgEntryStore(jdbc, new JdbcTransactionManager(source(url, password, true))),
                new CosignedHeads(jdbc),
                new Timestamps(jdbc),
                acts(keys, key, signer, source(url, password, false)));
    }

    private LogActs acts(KeyRing keys, NoteKey key, Ed25519Signer signer, DataSource writing) {
        JdbcClient jdbc = JdbcClient.create(writing);
        JdbcTransactionManager manager = new JdbcTransactionManager(writing);
        PgEntryStore entries = new PgEntryStore(jdbc, manager);
        Clock clock = Clock.systemUTC();
        RandomSource random = random();
        HeadFile outside = new HeadFile(named.orElse(Path.of("data")).resolve("log"));
        LogGuard guard = new LogGuard(signer, key, LogLease.reading(jdbc), entries, outside, List::of, clock);
        return new LogActs(
                guard,
                new DisclosureLog(entries, guard, clock, random::bytes),
                new SaltStore(jdbc, new Vault(keys, random), random),
                new TransactionTemplate(manager),
                LogActs.who(by, System.getProperty("user.name", "unknown")));
    }

    private static DataSource source(String url, String password, boolean readOnly) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, DatabaseRoles.APP, password);
        Properties properties = new Properties();
        properties.setProperty("currentSchema", "hub");
        properties.setProperty("readOnly", Boolean.toString(readOnly));
        source.setConnectionProperties(properties);
        return source;
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
