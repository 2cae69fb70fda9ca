package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.mashhub.hub.backup.Backup;
import uk.mashhub.hub.backup.BackupRefused;
import uk.mashhub.hub.backup.BackupWriter;
import uk.mashhub.hub.backup.DatabaseCopy;
import uk.mashhub.hub.backup.HomeFiles;
import uk.mashhub.hub.backup.Table;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.model.RandomSource;

/** Takes a backup of a hub, running or not, and puts one back into an empty database. */
public final class HubBackup {
    private final HubProperties hub;
    private final DatabaseSettings settings;
    private final KeyRing keys;
    private final Clock clock;
    private final RandomSource random;

    public HubBackup(HubProperties hub, DatabaseSettings settings, KeyRing keys, Clock clock, RandomSource random) {
        this.hub = hub;
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What a database holds that somebody who backs it up or puts it back should know.
     *
     * @param entries in the log's tree, by its newest signed head
     * @param unsent messages that wait to be sent
     * @param unanswered questions to agencies that wait for an answer
     */
    public record Contents(long entries, long unsent, long unanswered) {}

    /** A backup that was taken. */
    public record Taken(Path folder, Contents contents) {}

    /**
     * Takes one.
     *
     * @param home the hub's own folder
     * @param to folder that holds backups
     * @throws IOException if it cannot be written; nothing is left of it
     * @throws SQLException if the database cannot be read
     * @throws uk.mashhub.hub.storage.KeyMissing if the keystore lacks a key of what was copied
     */
    public Taken take(Path home, Path to) throws IOException, SQLException {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try (DatabaseServer server = DatabaseServer.reach(settings, hub.dataDir(), keys, random);
                Connection backup =
                        DatabaseSchema.source(server, DatabaseRoles.BACKUP).getConnection();
                BackupWriter writer =
                        new BackupWriter(to, "mash-" + at.toString().replace(":", ""))) {
            HomeFiles.out(new HomeFiles.Places(home, hub.configDir(), hub.dataDir()), writer);
            DatabaseCopy.snapshot(backup);
            String schema = DatabaseCopy.schema(backup);
            if (schema.isEmpty() || !DatabaseCopy.used(backup)) {
                throw new BackupRefused("the database is empty: there is nothing to back up");
            }
            Contents contents = contents(backup);
            Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
            Map<Table, Long> rows = DatabaseCopy.out(backup, writer);
            // An erasure that ended meanwhile has made dark what was just copied.
            epochs(backup).check();
            return new Taken(writer.end(at, schema, rows, signer.publicKey(), signer), contents);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * What was put back.
     *
     * @param kept by how many entries the head that is kept outside the database knows more than the backup; 0 if none
     * @param darkened keys that the keystore had again though an erasure had destroyed them
     */
    public record Back(Contents contents, long kept, int darkened) {}

    /**
     * Puts the rows back, all or none.
     *
     * @throws BackupRefused if the database is in use, or the backup is of a newer release
     * @throws uk.mashhub.hub.storage.KeyMissing if the keystore is older than the backup, or another's
     */
    public Back putBack(Backup backup) throws IOException, SQLException {
        try (DatabaseServer server = DatabaseServer.start(settings, hub.dataDir(), keys, random);
                Connection owner =
                        DatabaseSchema.source(server, DatabaseRoles.OWNER).getConnection()) {
            if (DatabaseCopy.used(owner)) {
                throw new BackupRefused("the database is in use: a backup is put back into an empty one alone");
            }
            schema(server, backup);
            owner.setAutoCommit(false);
            DatabaseCopy.in(owner, backup);
            KeyEpochs epochs = epochs(owner);
            epochs.check();
            Contents contents = contents(owner);
            owner.commit();
            return new Back(contents, Math.max(0, outside() - contents.entries()), epochs.destroyAgain());
        }
    }

    private static void schema(DatabaseServer server, Backup backup) throws IOException {
        try {
            DatabaseSchema.bring(server, backup.manifest().schema());
        } catch (FlywayException e) {
            throw new BackupRefused("it was taken by another release, whose database has the version "
                    + backup.manifest().schema() + ": put it back with that release, then start this one");
        }
    }

    private Contents contents(Connection connection) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return new Contents(
                jdbc.sql("select coalesce(max(size), 0) from hub.log_checkpoint")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from hub.outbox where sent_at is null")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from hub.question where state = 'ASKED'")
                        .query(Long.class)
                        .single());
    }

    /** How many entries the log had when its head was last kept outside the database. */
    private long outside() throws IOException {
        Optional<byte[]> kept = new HeadFile(LogConfiguration.outside(hub)).read();
        return kept.flatMap(SignedNote::read)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(Checkpoint::size)
                .orElse(0L);
    }

    private KeyEpochs epochs(Connection connection) {
        return new KeyEpochs(JdbcClient.create(new SingleConnectionDataSource(connection, true)), keys);
    }
}
