package uk.mashhub.hub.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.mashhub.hub.command.InstalledHub.mash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.command.InstalledHub.Said;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * The worst day: the database is gone, and the newest backup is older than the newest referral. The hub is put back, says what is lost,
 * waits for two people, and goes on with what there is.
 */
class BackupRestoreTest {
    private static final Path WORK = TheHub.freshFolder();
    private static final InstalledHub HUB = new InstalledHub(WORK.resolve("hub"));
    private static final Path BACKUPS = WORK.resolve("backups");
    private static final String SURNAME = "Quillfeather";

    private static int port;
    private static SimulatedAgencies agencies;
    private static ExternalDatabase database;

    @BeforeAll
    static void installed() throws Exception {
        port = TheHub.freePort();
        agencies = SimulatedAgencies.start(
                new SimulatorSettings(WORK.resolve("agencies"), Clock.systemUTC(), InstalledHub.RANDOM),
                URI.create("http://127.0.0.1:" + port));
        database = ExternalDatabase.start(WORK.resolve("database"), InstalledHub.RANDOM);
        Said made = mash(
                "init",
                HUB.home(),
                "--area",
                "E10999999",
                "--name",
                "Exampleshire",
                "--issuer",
                agencies.endpoints().get("oidc.issuer"),
                "--client",
                agencies.endpoints().get("oidc.clientId"),
                "--database",
                database.url("mash"));
        assertThat(made.code()).as(made.text()).isEqualTo(3);
        HUB.set("  port: 8080", "  port: " + port);
        HUB.set("    port: 8443", "    port: 0");
        HUB.database(database, "mash");
        HUB.secret("settings/hub.oidc.client-secret", agencies.endpoints().get("oidc.clientSecret"));
        Said published = mash(Stream.concat(Stream.of("init", HUB.home()), Stream.of(InstalledHub.LEADS))
                .toArray());
        assertThat(published.code()).as(published.text()).isZero();
    }

    @AfterAll
    static void end() throws Exception {
        HUB.close();
        database.close();
        agencies.close();
    }

    /** Those that people made: the hub itself says, when it next looks, that the set of keys is another. */
    private static long rotations() throws Exception {
        return ask(
                "mash",
                "select count(*) from hub.log_entry where act = 'KEYS' and convert_from(entry, 'UTF8') like '%\"ROTATED\"%'",
                Long.class);
    }

    @Test
    void goesOnWithWhatTheBackupHoldsOnceTwoPeopleAcceptWhatItDoesNot() throws Exception {
        HUB.start();
        Visitor before = Visitor.signIn(url(), "decision");
        somebodyRings(before, 1);

        Said taken = mash("backup", "--config", HUB.home(), "--to", BACKUPS, "--keys-to", WORK.resolve("keys"));
        assertThat(taken.code()).as(taken.text()).isZero();
        assertThat(taken.text()).contains("Taken: ").contains("without its password");
        Path backup = only(BACKUPS);
        assertThat(mash(
                                "backup",
                                "--config",
                                HUB.home(),
                                "--to",
                                WORK.resolve("more"),
                                "--keys-to",
                                WORK.resolve("keys"))
                        .code())
                .isZero();
        assertThat(only(WORK.resolve("keys"))).as("one copy of the keys").hasFileName("mash-keystore.p12");
        holdsNoKeyAndNoName(backup);

        Said rotated = rotate("--by", "A. Operator", "--by", "B. Lead");
        assertThat(rotated.code()).as(rotated.text()).isZero();
        somebodyRings(before, 2);
        assertThat(ask("mash", "select max(epoch) from hub.key_epoch where holder = 'hub'", Long.class))
                .as("the running hub seals under the new key at once")
                .isEqualTo(2);
        assertThat(rotations()).isEqualTo(1);
        long second = newestReceipt("mash");
        keptOutside(second);
        HUB.close();

        Said inUse = mash("restore", "--config", HUB.home(), "--from", backup);
        assertThat(inUse.code()).isEqualTo(1);
        assertThat(inUse.text()).contains("the database is in use");

        HUB.database(database, "again");
        HUB.set(database.url("mash"), database.url("again"));
        Said restored = mash("restore", "--config", HUB.home(), "--from", backup);
        assertThat(restored.code()).as(restored.text()).isZero();
        assertThat(restored.text())
                .contains("kept   hub.yaml")
                .contains("agencies is stopped, until two people of each lift it")
                .contains("entries of the log are lost")
                .contains("./mash log accept-restore --data " + HUB.home().resolve("data"));

        HUB.start();
        assertThat(HUB.log()).contains("nothing is logged: ").doesNotContain(SURNAME);
        assertThatThrownBy(() -> Visitor.signIn(url(), "decision"))
                .as("nobody is shown anything meanwhile")
                .hasMessageContaining("(503)");

        assertThat(accept("--by", "A. Operator").text()).contains("two people");
        Said accepted = accept("--by", "A. Operator", "--by", "B. Lead");
        assertThat(accepted.code()).as(accepted.text()).isZero();
        HUB.awaitLog("logging goes on");

        Visitor after = Visitor.signIn(url(), "decision");
        TheHub.await("the first referral, decided again", () -> {
            try {
                return after.queue().isEmpty() ? null : true;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        assertThat(after.queue())
                .as("the first referral is there, the second is not")
                .hasSize(1);
        JsonNode lost = lost();
        assertThat(lost.path("from").asLong()).isLessThanOrEqualTo(second);
        assertThat(lost.path("to").asLong())
                .as("the second referral is named lost")
                .isGreaterThan(second);
        assertThat(ask(
                        "again",
                        "select count(distinct agency) from hub.sharing_stop where kind = 'STOPPED'",
                        Long.class))
                .isEqualTo(agenciesOfTheArea());
        TheHub.await("the stops in the log", () -> stopsLogged() ? true : null);
        somebodyRings(after, 2);
    }

    private static Said rotate(String... by) throws Exception {
        return mash(Stream.concat(
                        Stream.of("keys", "rotate", "--config", HUB.home(), "--holder", "hub", "--reason", "each year"),
                        Stream.of(by))
                .toArray());
    }

    private static long agenciesOfTheArea() throws IOException {
        return Partnership.load(HUB.home().resolve("config/areas")).areas().stream()
                .mapToLong(a -> a.agencies().size())
                .sum();
    }

    private static boolean stopsLogged() {
        try {
            return ask("again", "select count(*) from hub.log_entry where act = 'SHARING_STOP'", Long.class) == 1;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Said accept(String... by) throws Exception {
        return mash(Stream.concat(
                        Stream.of(
                                "log",
                                "accept-restore",
                                "--data",
                                HUB.home().resolve("data"),
                                "--password-file",
                                HUB.home().resolve("secrets/keystore.password"),
                                "--reason",
                                "disk failed"),
                        Stream.of(by))
                .toArray());
    }

    private static String url() {
        return "http://127.0.0.1:" + port;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                        throw new AssertionError("more than one in " + folder);
                    })
                    .orElseThrow();
        }
    }

    private static void somebodyRings(Visitor visitor, int untilThereAre) throws Exception {
        HttpResponse<String> form = visitor.answer("/contact/new");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("callerName", "Joan Invented");
        fields.put("professional", "false");
        fields.put("childGiven", "Maya");
        fields.put("childFamily", SURNAME);
        fields.put("keepAddress", "false");
        fields.put("whatHappened", "She heard shouting.");
        fields.put("immediateDanger", "false");
        fields.put("parentsTold", "false");
        assertThat(visitor.press(form, "Record the contact", fields).statusCode())
                .isEqualTo(200);
        TheHub.await("the contact on the desk", () -> {
            try {
                return visitor.queue().size() == untilThereAre ? true : null;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whoever finds the backup alone learns nothing. */
    private static void holdsNoKeyAndNoName(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(FileSystems.getDefault()
                                .getPathMatcher("glob:**{.p12,.password,secret}*")
                                .matches(file))
                        .as(file.toString())
                        .isFalse();
                byte[] bytes = Files.readAllBytes(file);
                if (file.toString().endsWith(".gz")) {
                    bytes = new java.util.zip.GZIPInputStream(Files.newInputStream(file)).readAllBytes();
                }
                assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        // As text, and as copy writes bytes.
                        .doesNotContain(SURNAME, HexFormat.of().formatHex(SURNAME.getBytes(US_ASCII)));
            }
        }
    }

    private static <T> T ask(String name, String sql, Class<T> type) throws Exception {
        try (Connection root = database.administrator(name)) {
            return JdbcClient.create(new SingleConnectionDataSource(root, true))
                    .sql(sql)
                    .query(type)
                    .single();
        }
    }

    private static long newestReceipt(String name) throws Exception {
        return TheHub.await("the receipt's place in the log", () -> {
            try {
                long place = ask(
                        name,
                        "select coalesce((select p.place from hub.log_place p where p.seq = e.seq), -1) from"
                                + " hub.log_entry e where e.act = 'INTAKE_RECEIPT' order by e.seq desc limit 1",
                        Long.class);
                return place < 0 ? null : place;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    /** The head outside the database knows of a place in the log. */
    private static void keptOutside(long place) {
        TheHub.await("the head outside the database", () -> {
            try {
                String size = Files.readAllLines(HUB.home().resolve("data/log/checkpoint"))
                        .get(1);
                return Long.parseLong(size) > place ? true : null;
            } catch (IOException e) {
                return null;
            }
        });
    }

    private static JsonNode lost() throws Exception {
        byte[] entry = ask("again", "select entry from hub.log_entry where act = 'BREAK'", byte[].class);
        return JsonMapper.shared().readTree(entry).path("lost");
    }
}
