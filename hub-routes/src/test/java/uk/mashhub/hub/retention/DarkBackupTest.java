package uk.mashhub.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.mashhub.hub.People;
import uk.mashhub.hub.storage.EmptyLog;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.Vault;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * What is left of an erased enquiry, in the database itself: nothing in a dump nor in any table's file; in the write-ahead log
 * and in old backups its ciphertext, which nothing opens any more but a copy of the keystore from before.
 */
class DarkBackupTest {
    private final RetentionRoom room = new RetentionRoom();
    private final TestDatabase database = room.hub.database;
    private final JdbcClient root = JdbcClient.create(database.superuser());
    private final PacketPerson maya = People.family().person("Mayaquill", 2016, SubjectRole.INDEX_CHILD);

    @TempDir
    private Path dir;

    @Test
    void leavesNothingThatCanBeReadButWithAnOldKeystore() throws Exception {
        EnquiryId due = room.closed(List.of(maya), List.of(), ThresholdOutcome.NO_FURTHER_ACTION);
        room.yearsPass(1);
        EnquiryId stays =
                room.hub.refer(List.of(People.family().person("Otto", 2016, SubjectRole.INDEX_CHILD)), List.of());
        List<byte[]> secrets = secretsOf(due);
        // The planner's samples are taken while it is there.
        root.sql("analyze").update();
        root.sql("checkpoint").update();
        assertThat(dumped(secrets)).as("the dump holds it before").isEqualTo(secrets.size());
        assertThat(inFiles("postgres/data/base", secrets))
                .as("the tables hold it before")
                .isNotEmpty();
        Backup backup = backup(due);
        int facts = room.hub.enquiries.facts(stays).size();

        Erasing erasing = room.erasing();
        UUID erasure = room.approved(erasing, due);
        erasing.run();
        assertThat(room.erasures.items(erasure).get(0).state()).isEqualTo("ERASED");
        room.hub.in(() -> room.hub.audit.noted(uk.mashhub.log.Act.START, "hub", "ALLOW", List.of()));
        root.sql("vacuum full").update();
        root.sql("select pg_switch_wal() is null").query(Boolean.class).single();
        root.sql("checkpoint").update();

        assertThat(dumped(secrets)).as("of the dump").isZero();
        assertThat(inFiles("postgres/data/base", secrets).stream().map(this::relation))
                .as("of every table and index")
                .isEmpty();
        assertThat(inFiles("", List.of("Mayaquill".getBytes(StandardCharsets.UTF_8))))
                .as("the name, in any file, the log of writes included")
                .isEmpty();
        assertThat(room.hub.enquiries.facts(stays)).as("what must stay").hasSize(facts);

        restore(backup);
        EnquiryStore now = new EnquiryStore(database.app, database.vault, database.random);
        assertThatThrownBy(() -> now.facts(due)).isInstanceOf(KeyMissing.class);
        EnquiryStore withTheOldKeystore =
                new EnquiryStore(database.app, new Vault(backup.keys, database.random), database.random);
        assertThat(withTheOldKeystore.facts(due))
                .as("copies of the keystore have to be rotated too")
                .isNotEmpty();
        EmptyLog.as(
                database,
                "delete from key_wrap where row_id in (select row_id from enquiry_fact where enquiry_id = '" + due
                        + "'); delete from enquiry_fact where enquiry_id = '" + due + "'");
    }

    /** Every ciphertext and every wrapped key of the enquiry's ledger and of its people's. */
    private List<byte[]> secretsOf(EnquiryId id) {
        List<byte[]> secrets = new ArrayList<>();
        for (String rows : List.of(
                "select row_id, body from enquiry_fact where enquiry_id = :id",
                "select row_id, body from person_fact join enquiry_person using (person_id) where enquiry_id = :id",
                "select b.row_id, b.body from view_body b join view_head using (view_id) where enquiry_id = :id")) {
            secrets.addAll(root.sql("select body from (" + rows + ") r")
                    .param("id", id.value())
                    .query((row, n) -> beginning(row.getBytes("body")))
                    .list());
            secrets.addAll(root.sql("select wrapped from (" + rows + ") r join key_wrap using (row_id)")
                    .param("id", id.value())
                    .query((row, n) -> row.getBytes("wrapped"))
                    .list());
        }
        assertThat(secrets).hasSizeGreaterThan(10);
        return secrets;
    }

    /** A long body lies in pieces, out of line; its first bytes lie together, and are random. */
    private static byte[] beginning(byte[] body) {
        return java.util.Arrays.copyOf(body, Math.min(body.length, 40));
    }

    /** How many stand in what a dump writes: every row of every table, as COPY gives them. */
    private long dumped(List<byte[]> secrets) throws SQLException, IOException {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        List<String> tables = root.sql("select tablename from pg_tables where schemaname = 'hub'")
                .query(String.class)
                .list();
        try (Connection connection = database.superuser().getConnection()) {
            for (String table : tables) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", dump);
            }
        }
        String text = dump.toString(StandardCharsets.UTF_8);
        return secrets.stream()
                .filter(s -> text.contains(HexFormat.of().formatHex(s)))
                .count();
    }

    private List<Path> inFiles(String folder, List<byte[]> secrets) throws IOException {
        List<String> marks = secrets.stream()
                .map(s -> new String(s, StandardCharsets.ISO_8859_1))
                .toList();
        try (Stream<Path> files = Files.walk(database.folder.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(database.folder.resolve("postgres/binaries")))
                    .filter(f -> {
                        String text = text(f);
                        return marks.stream().anyMatch(text::contains);
                    })
                    .toList();
        }
    }

    private String relation(Path file) {
        return root.sql("select coalesce(pg_filenode_relation(0, cast(:node as oid))::text, 'none')")
                .param("node", file.getFileName().toString().replaceAll("[^0-9].*", ""))
                .query(String.class)
                .single();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Backup(String facts, String wraps, KeyRing keys) {}

    /** The rows of the ledger and their wrapped keys, and the keystore with its password, as an operator copies them. */
    private Backup backup(EnquiryId id) throws IOException {
        Path keystore = Files.copy(database.folder.resolve("hub.p12"), dir.resolve("hub.p12"));
        Path password = Files.copy(
                database.folder.resolve("hub.password"),
                dir.resolve("hub.password"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        String facts = json("select * from enquiry_fact where enquiry_id = :id", id);
        String wraps = json(
                "select w.* from key_wrap w join enquiry_fact f on f.row_id = w.row_id where f.enquiry_id = :id", id);
        return new Backup(facts, wraps, KeyRing.open(keystore, password, database.random));
    }

    private String json(String rows, EnquiryId id) {
        return Optional.ofNullable(root.sql("select json_agg(r)::text from (" + rows + ") r")
                        .param("id", id.value())
                        .query(String.class)
                        .single())
                .orElseThrow();
    }

    private void restore(Backup backup) {
        EmptyLog.as(
                database,
                "insert into enquiry_fact overriding system value select * from"
                        + " json_populate_recordset(null::enquiry_fact, '"
                        + backup.facts
                        + "'); insert into key_wrap select * from json_populate_recordset(null::key_wrap, '"
                        + backup.wraps + "')");
    }
}
