package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.backup.Backup;
import uk.mashhub.hub.backup.BackupRefused;
import uk.mashhub.hub.backup.NewestBackup;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.log.Ed25519Signer;

/** A hub with a database of its own is copied while it runs. */
class HubBackupTest {
    private final TheHub hub = TheHub.started();
    private final KeyRing keys = hub.part(KeyRing.class);

    @TempDir
    private Path dir;

    private HubBackup backups() {
        return new HubBackup(
                new HubProperties(
                        hub.dataDir(), hub.drafts().getParent(), hub.dataDir().resolve("keystore.password")),
                new DatabaseSettings("", 0, null, 4),
                keys,
                Clock.fixed(Instant.parse("2026-03-02T10:40:00Z"), ZoneOffset.UTC),
                length -> new byte[length]);
    }

    @Test
    void copiesTheDatabaseOfAHubThatRuns() throws Exception {
        HubBackup.Taken taken = backups().take(dir, dir.resolve("backups"));

        assertThat(taken.folder()).isEqualTo(dir.resolve("backups/mash-2026-03-02T104000Z"));
        Backup backup = Backup.open(taken.folder(), new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING)).publicKey());
        assertThat(backup.manifest().rows()).anySatisfy((table, rows) -> {
            assertThat(table.name()).isEqualTo("log_entry");
            assertThat(rows).isPositive();
        });
        assertThat(taken.folder().resolve("home/config/agreements/matrix.yaml")).exists();
    }

    /** Its keys are about to go: a copy of now would be dark within seconds. */
    @Test
    void takesNoneWhileAnErasureIsUnderWay() throws Exception {
        JdbcClient app = hub.part(JdbcClient.class);
        try (DatabaseServer server = server();
                Connection owner =
                        DatabaseSchema.source(server, DatabaseRoles.OWNER).getConnection()) {
            owner.createStatement()
                    .execute(
                            "insert into erasure (erasure_id, area, digest, proposed_by, proposed_at, approved_by, approved_at,"
                                    + " state) values (gen_random_uuid(), 'E10999996', '', gen_random_uuid(), '2026-03-02',"
                                    + " gen_random_uuid(), '2026-03-02', 'APPROVED')");
        }
        assertThatThrownBy(() -> backups().take(dir, dir.resolve("dark")))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("an erasure is under way");
        TheHub.await(
                "the erasure of nothing",
                () -> app.sql("select count(*) from erasure where state = 'APPROVED'")
                                        .query(Long.class)
                                        .single()
                                == 0
                        ? true
                        : null);
        backups().take(dir, dir.resolve("after"));
        assertThat(NewestBackup.read(hub.dataDir()))
                .map(NewestBackup::at)
                .contains(Instant.parse("2026-03-02T10:40:00Z"));
    }

    private DatabaseServer server() throws Exception {
        return DatabaseServer.reach(
                new DatabaseSettings("", 0, null, 4), hub.dataDir(), keys, length -> new byte[length]);
    }

    /** References of a large table are checked after its last row, without a word for minutes. */
    @Test
    void waitsForAnAnswerAsLongAsItTakes() throws Exception {
        try (DatabaseServer server = server();
                Connection owner =
                        DatabaseSchema.source(server, DatabaseRoles.OWNER).getConnection()) {
            assertThat(owner.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void saysWhatIsInTheWayAndLeavesNothing() throws Exception {
        Files.writeString(dir.resolve("file"), "not a folder");
        assertThatThrownBy(() -> backups().take(dir, dir.resolve("file/backups")))
                .hasMessageContaining(dir.resolve("file").toString());

        backups().take(dir, dir.resolve("twice"));
        assertThatThrownBy(() -> backups().take(dir, dir.resolve("twice"))).isInstanceOf(BackupRefused.class);
        assertThat(dir.resolve("twice"))
                .isDirectoryNotContaining(f -> f.toString().endsWith(".part"));
    }
}
