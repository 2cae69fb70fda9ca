package uk.mashhub.hub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.InstalledHub;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.hub.wiring.BrokerProcess;
import uk.mashhub.simulators.SimulatedAgencies;

/**
 * Two installed hubs of one folder, each a process, behind one address as people type it; PostgreSQL and the broker are processes of
 * their own, the agencies are simulated.
 */
final class TwoHubs implements AutoCloseable {
    private final Path work = TheHub.freshFolder();
    private final Path home = work.resolve("hub");
    private final int[] pages = {TheHub.freePort(), TheHub.freePort()};
    private final int[] doors = {TheHub.freePort(), TheHub.freePort()};
    private final InstalledHub[] hubs = new InstalledHub[2];
    private final Collector collector = new Collector();
    private final Wire front;
    private final SimulatedAgencies agencies;
    private final ExternalDatabase database;
    private final BrokerProcess broker;

    TwoHubs() throws Exception {
        front = new Wire(pages[0]);
        agencies = Agencies.start(work, front.port());
        database = ExternalDatabase.start(work.resolve("database"), InstalledHub.RANDOM);
        for (String part : new String[] {"areas", "sources", "agreements"}) {
            copy(
                    TheHub.root().resolve("config").resolve(part),
                    home.resolve("config").resolve(part));
        }
        init("--database", database.url("mash"), "--broker", "tcp://127.0.0.1:1?sslEnabled=true");
        broker = BrokerProcess.prepare(
                work.resolve("broker"),
                home.resolve("config/broker"),
                home.resolve("secrets/broker/artemis-users.properties"));
        broker.start();
        for (int n = 0; n < 2; n++) {
            hubs[n] = new InstalledHub(home, "hub-" + n, environment(n));
            doorOf(n);
        }
        hubs[0].set("tcp://127.0.0.1:1?sslEnabled=true", broker.url());
        settings();
        hubs[0].database(database, "mash");
        hubs[0].secret("settings/hub.oidc.client-secret", agencies.endpoints().get("oidc.clientSecret"));
        InstalledHub.Said published =
                InstalledHub.mash(Stream.concat(Stream.of("init", home), Stream.of(InstalledHub.LEADS))
                        .toArray());
        assertThat(published.code()).as(published.text()).isZero();
    }

    private void init(String... more) throws Exception {
        InstalledHub.Said said = InstalledHub.mash(Stream.concat(
                        Stream.of(
                                "init",
                                home,
                                "--issuer",
                                agencies.endpoints().get("oidc.issuer"),
                                "--client",
                                agencies.endpoints().get("oidc.clientId")),
                        Stream.of(more))
                .toArray());
        assertThat(said.code()).as(said.text()).isEqualTo(3);
    }

    /** What is each hub's own: its ports. */
    private Map<String, String> environment(int n) throws IOException {
        Path password = work.resolve("doors.password");
        if (!Files.exists(password)) {
            uk.mashhub.hub.storage.OwnerOnly.replace(
                    password, BrokerProcess.PASSWORD.getBytes(StandardCharsets.US_ASCII));
        }
        return Map.of(
                "LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs",
                "HUB_TRACES_URL", collector.url(),
                "SERVER_PORT", Integer.toString(pages[n]),
                "HUB_DOORS_PORT", Integer.toString(doors[n]),
                "HUB_DOORS_KEYSTORE", work.resolve("broker/broker.p12").toString(),
                "HUB_DOORS_KEYSTOREPASSWORDFILE", password.toString());
    }

    /** Where the simulated agencies are. */
    private void settings() throws IOException {
        StringBuilder lines = new StringBuilder("\n");
        agencies.endpoints()
                .forEach((key, value) ->
                        lines.append(key).append(": \"").append(value).append("\"\n"));
        Files.writeString(home.resolve("hub.yaml"), Files.readString(home.resolve("hub.yaml")) + lines);
    }

    /** What a school's system has of a hub: its address, its certificate and a secret. */
    private void doorOf(int n) throws Exception {
        Path folder = Files.createDirectories(door(n));
        Files.writeString(folder.resolve("ports.properties"), "https=" + doors[n] + "\n");
        Properties secrets = new Properties();
        secrets.setProperty(
                "school-form",
                Files.readString(home.resolve("secrets/clients/school-form")).strip());
        try (OutputStream out = Files.newOutputStream(folder.resolve("clients.secrets"))) {
            secrets.store(out, null);
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(work.resolve("broker/trust.p12"))) {
            trust.load(in, BrokerProcess.PASSWORD.toCharArray());
        }
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(trust.getCertificate("broker").getEncoded());
        Files.writeString(
                folder.resolve("doors.pem"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.resolveSibling("."));
                Files.copy(file, copied);
            }
        }
    }

    /** What the hubs told whoever collects traces. */
    Collector collector() {
        return collector;
    }

    InstalledHub hub(int n) {
        return hubs[n];
    }

    /** What a feed needs of a hub. */
    Path door(int n) {
        return work.resolve("door-" + n);
    }

    /** The address that people type. */
    String url() {
        return "http://127.0.0.1:" + front.port();
    }

    /** Whoever comes to the address is led to this hub from now on. */
    void lead(int n) throws IOException {
        front.lead(pages[n]);
    }

    /** A number, as the database's administrator reads it. */
    long count(String sql) throws SQLException {
        try (Connection connection = database.administrator("mash");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = hub");
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Exports the log and checks it, as anybody does. */
    void holdLog() throws Exception {
        Path export = work.resolve("export");
        InstalledHub.Said exported = InstalledHub.mash(
                "log",
                "export",
                export,
                "--data",
                home.resolve("data"),
                "--password-file",
                home.resolve("secrets/keystore.password"),
                "--database",
                database.url("mash"),
                "--passwords",
                home.resolve("secrets/database"));
        assertThat(exported.code()).as(exported.text()).isZero();
        InstalledHub.Said checked = InstalledHub.mash("log", "check", export);
        assertThat(checked.code()).as(checked.text()).isZero();
    }

    @Override
    public void close() throws Exception {
        for (InstalledHub hub : hubs) {
            hub.close();
        }
        broker.close();
        database.close();
        agencies.close();
        front.close();
        collector.close();
    }
}
