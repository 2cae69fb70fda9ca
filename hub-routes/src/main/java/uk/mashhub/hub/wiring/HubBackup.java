package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.backup.Backup;
import uk.mashhub.hub.backup.BackupRefused;
import uk.mashhub.hub.backup.BackupWriter;
import uk.mashhub.hub.backup.DatabaseCopy;
import uk.mashhub.hub.backup.HomeFiles;
import uk.mashhub.hub.backup.NewestBackup;
import uk.mashhub.hub.backup.Table;
import uk.mashhub.hub.proof.HeadFile;
import uk.mashhub.hub.storage.DestroyedKeys;
import uk.mashhub.hub.storage.KeyEpochs;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.RoleGuard;
import uk.mashhub.hub.storage.server.RoleRefused;
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
        // Before the rows are: an erasure that ends meanwhile makes the backup dark.
        NewestBackup newest = new NewestBackup(at, destroyed().count());
        try (DatabaseServer server = DatabaseServer.reach(settings, hub.dataDir(), keys, random);
                Connection backup =
                        DatabaseSchema.source(server, DatabaseRoles.BACKUP).getConnection();
                BackupWriter writer =
                        new BackupWriter(to, "mash-" + at.toString().replace(":", ""))) {
            RoleGuard.checkBackup(new SingleConnectionDataSource(backup, true));
            HomeFiles.out(new HomeFiles.Places(home, hub.configDir(), hub.dataDir()), writer);
            DatabaseCopy.snapshot(backup);
            String schema = DatabaseCopy.schema(backup);
            if (schema.isEmpty() || !DatabaseCopy.used(backup)) {
                throw new BackupRefused("the database is empty: there is nothing to back up");
            }
            if (DatabaseCopy.erasing(backup)) {
                throw new BackupRefused(
                        "an erasure is under way, and would make it dark: again when /retention says that it is"
                                + " done");
            }
            Contents contents = contents(backup);
            if (contents.entries() == 0) {
                throw new BackupRefused("the log has no signed head yet: again in a minute");
            }
            Ed25519Signer signer = new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
            Map<Table, Long> rows = DatabaseCopy.out(backup, writer);
            // An erasure that ended meanwhile has made dark what was just copied.
            epochs(backup).check();
            Taken taken = new Taken(writer.end(at, schema, rows, signer.publicKey(), signer), contents);
            newest.keep(hub.dataDir());
            return taken;
        } catch (RoleRefused e) {
            throw new BackupRefused(e.getMessage() + ": run config/sql/roles.sql again");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * What was put back.
     *
     * @param stayed names of files that are others than in the backup, and stayed
     * @param kept by how many entries the head that is kept outside the database knows more than the backup; empty if none is kept
     * @param darkened keys that the keystore had again though an erasure had destroyed them
     * @param stopped agencies whose sharing is stopped: all
     */
    public record Back(Contents contents, List<String> stayed, Optional<Long> kept, int darkened, int stopped) {
        public Back {
            stayed = List.copyOf(stayed);
        }
    }

    /** Everything was put back, and then something failed: nothing has to be done again. */
    public static final class PutBackAlready extends IOException {
        private static final long serialVersionUID = 1L;

        PutBackAlready(Exception fault) {
            super("the backup was put back, all of it. Then: " + fault.getMessage(), fault);
        }
    }

    /**
     * Puts back what is missing of the hub's files, and the rows, all or none. Whatever can fail does so before the rows are there.
     *
     * @param home the hub's own folder
     * @throws BackupRefused if the database is in use, and then no file was touched; or the backup is of a newer release
     * @throws PutBackAlready if something failed when all was done
     * @throws uk.mashhub.hub.storage.KeyMissing if the keystore is older than the backup, or another's, or has keys that an erasure since
     *     the backup has destroyed
     */
    public Back putBack(Backup backup, Path home) throws IOException, SQLException {
        boolean done = false;
        try (DatabaseServer server = DatabaseServer.start(settings, hub.dataDir(), keys, random);
                Connection owner =
                        DatabaseSchema.source(server, DatabaseRoles.OWNER).getConnection()) {
            DatabaseCopy.requireEmpty(owner);
            List<String> stayed = HomeFiles.in(new HomeFiles.Places(home, hub.configDir(), hub.dataDir()), backup);
            schema(server, backup);
            owner.setAutoCommit(false);
            Partnership partnership = Partnership.load(hub.configDir().resolve("areas"));
            Back back = DatabaseCopy.in(owner, backup, rows -> {
                int darkened = epochs(rows).destroyAgain();
                Contents contents = contents(rows);
                return new Back(contents, stayed, lost(rows, contents), darkened, stop(rows, partnership));
            });
            owner.commit();
            done = true;
            return back;
        } catch (IOException | SQLException e) {
            if (done) {
                throw new PutBackAlready(e);
            }
            throw e;
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

    /** What is lost by the head that is kept outside the database. If none is, the backup's own says so to the hub that starts. */
    private Optional<Long> lost(Connection owner, Contents contents) throws IOException {
        HeadFile outside = new HeadFile(LogConfiguration.outside(hub));
        Optional<byte[]> kept = outside.read();
        if (kept.isEmpty()) {
            outside.restored(JdbcClient.create(new SingleConnectionDataSource(owner, true))
                    .sql("select note from hub.log_checkpoint order by size desc limit 1")
                    .query((row, n) -> row.getBytes("note"))
                    .single());
        }
        return kept.flatMap(SignedNote::read)
                .flatMap(note -> Checkpoint.read(note.text()))
                .map(head -> Math.max(0, head.size() - contents.entries()));
    }

    /**
     * Stops the sharing of every agency: whatever was withdrawn since the backup, such as an agreement or a stop, is in force again as it
     * was, and only people know of it.
     */
    private int stop(Connection owner, Partnership partnership) {
        SharingStops stops = new SharingStops(JdbcClient.create(new SingleConnectionDataSource(owner, true)));
        int stopped = 0;
        for (Area area : partnership.areas()) {
            for (Agency agency : area.agencies()) {
                stops.say(
                        area.code(),
                        new SharingStops.Word(
                                agency.id(), SharingStops.Kind.STOPPED, SharingStops.RESTORE, clock.instant()));
                stopped++;
            }
        }
        return stopped;
    }

    private KeyEpochs epochs(Connection connection) {
        return new KeyEpochs(JdbcClient.create(new SingleConnectionDataSource(connection, true)), keys, destroyed());
    }

    private DestroyedKeys destroyed() {
        return new DestroyedKeys(LogConfiguration.outside(hub), keys);
    }
}
