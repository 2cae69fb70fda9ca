package uk.mashhub.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.mashhub.hub.People;
import uk.mashhub.hub.SmallHub;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.RoleGuard;
import uk.mashhub.hub.storage.server.RoleRefused;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Rows go into a backup and out of it as they are, all of them or none. */
class DatabaseCopyTest {
    private final SmallHub hub = SmallHub.started();
    private final TestDatabase database = hub.database;
    private final String other = "copy_" + UUID.randomUUID().toString().replace("-", "");
    private final Ed25519Signer signer = new Ed25519Signer(new byte[32]);

    @TempDir
    private Path dir;

    @BeforeEach
    void isNotEmpty() {
        hub.refer(List.of(People.family().person("Maya", 2016, SubjectRole.INDEX_CHILD)), List.of());
    }

    private String password(String role) {
        return database.keys.databasePassword(role);
    }

    private Connection as(String role) throws SQLException {
        return database.source(role, password(role)).getConnection();
    }

    private Backup taken() throws Exception {
        try (Connection backup = as(DatabaseRoles.BACKUP);
                BackupWriter writer = new BackupWriter(dir, "one")) {
            DatabaseCopy.snapshot(backup);
            String schema = DatabaseCopy.schema(backup);
            writer.end(Instant.EPOCH, schema, DatabaseCopy.out(backup, writer), signer.publicKey(), signer);
        }
        return Backup.open(dir.resolve("one"), signer.publicKey());
    }

    private String url() {
        return database.server.url(other) + "?currentSchema=hub";
    }

    /** An empty database with the hub's tables; its owner's connection. */
    private Connection empty() throws Exception {
        JdbcClient.create(database.superuser()).sql("create database " + other).update();
        Connection root = database.superuser().getConnection();
        String bootstrap = ((DriverManagerDataSource) database.superuser()).getPassword();
        root.close();
        try (Connection there = DriverManager.getConnection(database.server.url(other), "bootstrap", bootstrap)) {
            there.createStatement().execute(Files.readString(Path.of("../config/sql/roles.sql")));
        }
        Flyway.configure()
                .dataSource(url(), DatabaseRoles.OWNER, password(DatabaseRoles.OWNER))
                .defaultSchema("hub")
                .createSchemas(false)
                .load()
                .migrate();
        Connection owner = DriverManager.getConnection(url(), DatabaseRoles.OWNER, password(DatabaseRoles.OWNER));
        owner.setAutoCommit(false);
        return owner;
    }

    private static JdbcClient sql(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    private static Map<String, String> content(Connection backup) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        for (Table table : Tables.of(backup)) {
            content.put(
                    table.name(),
                    sql(backup)
                            .sql(
                                    "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), ''))"
                                            + " from " + table.quoted() + " t")
                            .query(String.class)
                            .single());
        }
        return content;
    }

    private static List<String> guards(Connection connection) {
        return sql(connection)
                .sql(
                        "select relname || relforcerowsecurity::text from pg_class where relnamespace = 'hub'::regnamespace"
                                + " union all select tgname || tgenabled::text from pg_trigger order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void putsEveryRowBackAsItWas() throws Exception {
        Map<String, String> before;
        try (Connection backup = as(DatabaseRoles.BACKUP)) {
            before = content(backup);
        }
        Backup taken = taken();
        try (Connection owner = empty()) {
            List<String> guards = guards(owner);
            DatabaseCopy.in(owner, taken, rows -> 0);
            owner.commit();

            assertThat(guards(owner))
                    .as("triggers and row security stand again")
                    .isEqualTo(guards);
            assertThat(sql(owner)
                            .sql("select nextval('hub.enquiry_fact_seq_seq') > max(seq) from enquiry_fact")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
        try (Connection backup =
                DriverManager.getConnection(url(), DatabaseRoles.BACKUP, password(DatabaseRoles.BACKUP))) {
            assertThat(content(backup)).isEqualTo(before);
            assertThat(before.get("view_body")).doesNotStartWith("0 ");
            assertThat(DatabaseCopy.used(backup)).isTrue();
        }
    }

    /** PostgreSQL would copy the rest of the rows and say nothing. */
    @Test
    void failsWhereRowSecurityWouldLeaveRowsOut() {
        JdbcClient root = JdbcClient.create(database.superuser());
        root.sql("alter role hub_backup nobypassrls").update();
        try {
            assertThatThrownBy(this::taken).hasStackTraceContaining("row-level security");
            assertThatThrownBy(() -> RoleGuard.checkBackup(
                            database.source(DatabaseRoles.BACKUP, password(DatabaseRoles.BACKUP))))
                    .isInstanceOf(RoleRefused.class)
                    .hasMessageContaining("hub_backup lacks BYPASSRLS");
        } finally {
            root.sql("alter role hub_backup bypassrls").update();
        }
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void goesIntoTablesOfItsOwnVersionAlone() throws Exception {
        Backup taken = taken();
        try (Connection owner = empty()) {
            sql(owner)
                    .sql(
                            "insert into flyway_schema_history select installed_rank + 1000, '99999', description, type, script,"
                                    + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                                    + " where version = '59'")
                    .update();
            assertThatThrownBy(() -> DatabaseCopy.in(owner, taken, rows -> 0))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not those of version");
        }
    }

    /** A hub that was started on it while the backup was looked through. */
    @Test
    void goesOverNoRows() throws Exception {
        Backup taken = taken();
        try (Connection owner = as(DatabaseRoles.OWNER)) {
            owner.setAutoCommit(false);
            assertThatThrownBy(() -> DatabaseCopy.in(owner, taken, rows -> 0))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("the database is in use");
            owner.rollback();
        }
    }

    @Test
    void putsNothingBackIfARowIsMissing() throws Exception {
        Backup taken = taken();
        Map<Table, Long> more = new java.util.HashMap<>(taken.manifest().rows());
        more.replaceAll((table, rows) -> table.name().equals("person") ? rows + 1 : rows);
        Files.write(
                dir.resolve("one").resolve(Manifest.FILE),
                new Manifest(
                                Instant.EPOCH,
                                taken.manifest().schema(),
                                more,
                                taken.manifest().files())
                        .signed(signer.publicKey(), signer));
        Backup lacking = Backup.open(dir.resolve("one"), signer.publicKey());
        try (Connection owner = empty()) {
            assertThatThrownBy(() -> DatabaseCopy.in(owner, lacking, rows -> 0))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("table person");
            owner.rollback();
            assertThat(DatabaseCopy.used(owner)).isFalse();
        }
    }

    @Test
    void readsWithARoleThatChangesNothing() throws Exception {
        try (Connection backup = as(DatabaseRoles.BACKUP)) {
            assertThat(sql(backup)
                            .sql("select distinct privilege_type from information_schema.role_table_grants"
                                    + " where grantee = 'hub_backup'")
                            .query(String.class)
                            .list())
                    .containsExactly("SELECT");
            assertThatThrownBy(() -> sql(backup).sql("delete from act_seen").update())
                    .hasStackTraceContaining("read-only transaction");
            sql(backup).sql("set default_transaction_read_only = off").update();
            assertThatThrownBy(() -> sql(backup).sql("delete from act_seen").update())
                    .hasStackTraceContaining("permission denied");
        }
    }
}
