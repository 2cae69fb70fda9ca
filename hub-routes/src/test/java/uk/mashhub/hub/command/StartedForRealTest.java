package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.hub.wiring.BrokerProcess;
import uk.mashhub.model.RandomSource;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * A hub started as its installation page says: a folder made by init, a database and a broker of their own, a provider elsewhere, each
 * set up with what init wrote for its administrator; then check, first publish, run.
 */
class StartedForRealTest {
    private static final int START_SECONDS = 240;
    private static final Path WORK = TheHub.freshFolder();
    private static final Path HOME = WORK.resolve("hub");
    private static final String[] LEADS = {
        "--ig-lead", "0f4c2a6e-3c8f-4a51-9a53-0d6f7a1b2c01", "--ig-lead", "7b1d90aa-5e0c-4f3e-8f55-6a2b3c4d5e02"
    };

    private static final java.security.SecureRandom SECURE = new java.security.SecureRandom();
    private static final RandomSource RANDOM = length -> {
        byte[] bytes = new byte[length];
        SECURE.nextBytes(bytes);
        return bytes;
    };

    private static int port;
    private static SimulatedAgencies agencies;
    private static ExternalDatabase database;
    private static BrokerProcess broker;
    private static Process hub;

    @BeforeAll
    static void surroundings() throws Exception {
        port = TheHub.freePort();
        agencies = SimulatedAgencies.start(
                new SimulatorSettings(WORK.resolve("agencies"), Clock.systemUTC(), RANDOM),
                java.net.URI.create("http://127.0.0.1:" + port));
        database = ExternalDatabase.start(WORK.resolve("database"), RANDOM);
        Said first = mash(
                "init",
                HOME,
                "--area",
                "E10999999",
                "--name",
                "Exampleshire",
                "--issuer",
                agencies.endpoints().get("oidc.issuer"),
                "--client",
                agencies.endpoints().get("oidc.clientId"),
                "--database",
                database.url("mash"),
                "--broker",
                "tcp://127.0.0.1:1?sslEnabled=true");
        assertThat(first.code()).as(first.text()).isEqualTo(3);
        set("  port: 8080", "  port: " + port);
        set("    port: 8443", "    port: 0");
        broker = BrokerProcess.prepare(
                WORK.resolve("broker"),
                HOME.resolve("config/broker"),
                HOME.resolve("secrets/broker/artemis-users.properties"));
    }

    @AfterAll
    static void end() throws Exception {
        if (hub != null) {
            hub.destroyForcibly().waitFor();
        }
        broker.close();
        database.close();
        agencies.close();
    }

    @Test
    void isInstalledCheckedPublishedAndRun() throws Exception {
        Said nothing = mash("check", HOME);
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.text())
                .contains("NO    database     ")
                .contains("hub.oidc.client-secret")
                .contains("NO    broker       127.0.0.1:1 refuses");

        administrators();
        broker.start();
        set("tcp://127.0.0.1:1?sslEnabled=true", broker.url());
        Said before = mash("check", HOME);
        assertThat(before.text())
                .as("everybody has done their part but the publishers")
                .contains("ok    database     hub_owner signs in")
                .contains("ok    broker       11 principals sign in")
                .contains("ok    sign-in")
                .contains("NO    policy       ");

        Said published =
                mash(Stream.concat(Stream.of("init", HOME), Stream.of(LEADS)).toArray());
        assertThat(published.code()).as(published.text()).isZero();
        assertThat(published.text()).contains("Published: the agreements ");
        Said ready = mash("check", HOME);
        assertThat(ready.code()).as(ready.text()).isZero();
        Said again =
                mash(Stream.concat(Stream.of("init", HOME), Stream.of(LEADS)).toArray());
        assertThat(again.text()).contains("published already");

        run();
        Visitor decision = Visitor.signIn("http://127.0.0.1:" + port, "decision");
        assertThat(decision.queue()).isEmpty();
        hub.destroy();
        assertThat(hub.waitFor(START_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(hub.exitValue()).as("SIGTERM").isEqualTo(143);
    }

    @Test
    void refusesToRunWhatTheDemoMade() throws Exception {
        Path demo = WORK.resolve("demo");
        Files.createDirectories(demo.resolve("data"));
        Files.writeString(
                demo.resolve("hub.yaml"), "hub:\n  data-dir: ${mash.home}/data\n  config-dir: ${mash.home}/config\n");
        Files.writeString(demo.resolve("data/clients.secrets"), "school-form=abc\n");
        Said refused = mash("run", "--config", demo);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("was made by the demo");

        Files.delete(demo.resolve("data/clients.secrets"));
        Files.writeString(demo.resolve("hub.yaml"), "hub:\n  demo: true\n");
        assertThat(mash("run", "--config", demo).text()).contains("hub.demo is for ./mash demo alone");
        assertThat(mash("run", "--config", WORK.resolve("nowhere")).text()).contains("./mash init");
    }

    /** What the database's, the provider's and the broker's administrators do. */
    private static void administrators() throws Exception {
        try (Connection postgres = database.administrator("postgres");
                Statement statement = postgres.createStatement()) {
            statement.execute("create database mash");
        }
        Path passwords = HOME.resolve("secrets/database");
        try (Connection mash = database.administrator("mash");
                Statement statement = mash.createStatement()) {
            statement.execute(Files.readString(HOME.resolve("config/sql/roles.sql")));
            for (String role : List.of("hub_owner", "hub_app", "hub_web")) {
                String password = HexFormat.of().formatHex(RANDOM.bytes(16));
                statement.execute("alter role " + role + " password '" + password + "'");
                OwnerOnly.replace(passwords.resolve(role), password.getBytes(StandardCharsets.US_ASCII));
            }
        }
        OwnerOnly.replace(
                HOME.resolve("secrets/settings/hub.oidc.client-secret"),
                agencies.endpoints().get("oidc.clientSecret").getBytes(StandardCharsets.US_ASCII));
    }

    private static void set(String old, String text) throws IOException {
        Path file = HOME.resolve("hub.yaml");
        String before = Files.readString(file);
        assertThat(before).contains(old);
        Files.writeString(file, before.replace(old, text));
    }

    private static void run() throws Exception {
        Path log = WORK.resolve("run.log");
        hub = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mash.class.getName(),
                        "run",
                        "--config",
                        HOME.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(log).contains("The hub is up")) {
            assertThat(hub.isAlive() && System.nanoTime() < end)
                    .as("the hub starts: " + Files.readString(log))
                    .isTrue();
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(Files.readString(log)).doesNotContain("No policy is in force");
    }

    private record Said(int code, String text) {}

    /** As {@code ./mash} would, from the root of the project. */
    private static Said mash(Object... words) throws Exception {
        List<String> arguments = Stream.of(words).map(Object::toString).toList();
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Mash.class.getName()),
                                arguments.stream())
                        .toList())
                .directory(TheHub.root().toFile())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(START_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out.toString(StandardCharsets.UTF_8));
    }
}
