package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.hub.wiring.BrokerProcess;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * The processes of {@code docker/compose.yaml} with its environment, without a container engine: the image's launcher with the variables
 * of the service {@code hub}, beside a PostgreSQL, a broker and an OpenID provider that are processes or servers of their own. Only
 * places differ: folders, ports, hosts. The hub's own file says nothing of them, so that a variable under a wrong name is missed.
 */
class ComposedTest {
    private static final String DATABASE = "jdbc:postgresql://postgres:5432/mash";

    private final Path work = TheHub.freshFolder();
    private final Path home = work.resolve("home");
    private final Path tls = home.resolve("secrets/tls");
    private final int pages = TheHub.freePort();
    private final int doors = TheHub.freePort();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private SimulatedAgencies agencies;
    private ExternalDatabase database;
    private BrokerProcess broker;
    private InstalledHub hub;

    @BeforeEach
    void surroundings() throws Exception {
        agencies = SimulatedAgencies.start(
                new SimulatorSettings(work.resolve("agencies"), Clock.systemUTC(), InstalledHub.RANDOM),
                URI.create("https://127.0.0.1:" + pages));
        database = ExternalDatabase.start(work.resolve("database"), InstalledHub.RANDOM);
        Path launcher = launcher();
        hub = InstalledHub.launched(launcher, home, environment);
        // As docker/prepare does, before anything of the environment is there to be used.
        environment.putAll(composed("tcp://127.0.0.1:1?sslEnabled=true"));
        InstalledHub.Said made = hub.command("init", home, "--area", "E10999999", "--name", "Exampleshire");
        assertThat(made.code()).as(made.text()).isEqualTo(3);
        broker = BrokerProcess.prepare(
                work.resolve("broker"),
                home.resolve("config/broker"),
                home.resolve("secrets/broker/artemis-users.properties"));
        broker.start();
        certificates();
        environment.putAll(composed(broker.url().replaceAll("&trust.*", "")));
        database.encrypt(Files.readString(tls.resolve("hub.pem")), Files.readString(tls.resolve("hub.key")));
        hub.database(database, "mash");
        hub.secret("settings/hub.oidc.client-secret", agencies.endpoints().get("oidc.clientSecret"));
    }

    @AfterEach
    void end() throws Exception {
        hub.close();
        if (broker != null) {
            broker.close();
        }
        database.close();
        agencies.close();
    }

    @Test
    void runsTheHubUntilSomebodySignsIn() throws Exception {
        InstalledHub.Said published = hub.command(Stream.concat(Stream.of("init", home), Stream.of(InstalledHub.LEADS))
                .toArray());
        assertThat(published.text()).contains("Published: the agreements ");
        InstalledHub.Said ready = hub.command("check", home);
        assertThat(ready.code()).as(ready.text()).isZero();

        hub.start();
        assertThat(hub.arguments()).as("MASH_HEAP").contains("-Xmx500m");
        try (Socket elsewhere = new Socket("127.0.0.2", pages)) {
            assertThat(elsewhere.isConnected()).as("SERVER_ADDRESS").isTrue();
        }
        assertThat(certificate(pages)).as("SERVER_SSL_CERTIFICATE").isEqualTo(certificate());
        assertThat(certificate(doors)).as("HUB_DOORS_KEYSTORE").isEqualTo(certificate());
        assertThat(inClear())
                .as("HUB_DATABASE_URL")
                .containsExactlyInAnyOrderEntriesOf(Map.of("hub_app", 0L, "hub_web", 0L));
        Visitor decision = Visitor.signIn("https://127.0.0.1:" + pages, "decision", trusting());
        assertThat(decision.queue()).isEmpty();
        assertThat(decision.status("/actuator/health")).isEqualTo(200);
    }

    /** Of the hub's users who are connected, how many connections of each have no TLS. */
    private Map<String, Long> inClear() throws SQLException {
        Map<String, Long> inClear = new LinkedHashMap<>();
        try (Connection postgres = database.administrator("mash");
                Statement statement = postgres.createStatement();
                ResultSet rows = statement.executeQuery("select a.usename, count(*) filter (where not s.ssl)"
                        + " from pg_stat_activity a join pg_stat_ssl s using (pid)"
                        + " where a.usename in ('hub_app', 'hub_web') group by 1")) {
            while (rows.next()) {
                inClear.put(rows.getString(1), rows.getLong(2));
            }
        }
        return inClear;
    }

    /** The variables of the service, each with the places of this machine for those inside the containers. */
    private Map<String, String> composed(String brokerUrl) throws IOException {
        Map<?, ?> compose = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(TheHub.root().resolve("docker/compose.yaml")));
        Map<?, ?> services = (Map<?, ?>) compose.get("services");
        Map<?, ?> variables = (Map<?, ?>) ((Map<?, ?>) services.get("hub")).get("environment");
        Map<String, String> here = Map.of(
                "512m", "500m",
                "8080", Integer.toString(pages),
                "8443", Integer.toString(doors),
                "tcp://artemis:61617?sslEnabled=true", brokerUrl,
                "https://login:8444/realms/mash", agencies.endpoints().get("oidc.issuer"),
                "mash-hub", agencies.endpoints().get("oidc.clientId"));
        assertThat(variables.values().stream().map(Object::toString))
                .as("what has another place here")
                .containsAll(here.keySet());
        Map<String, String> translated = new LinkedHashMap<>();
        variables.forEach((name, value) -> translated.put(
                name.toString(),
                here.getOrDefault(value.toString(), value.toString())
                        .replace(DATABASE, database.url("mash"))
                        .replace("/srv/mash", home.toString())));
        assertThat(variables.get("HUB_DATABASE_URL").toString()).startsWith(DATABASE + "?sslmode=verify-full&");
        return translated;
    }

    /** {@code docker/mash} as it lies in the image: the hub's classes beside it, by a jar that names where they are. */
    private Path launcher() throws IOException {
        Path bin = Files.createDirectories(work.resolve("image/bin"));
        Path mash = Files.copy(TheHub.root().resolve("docker/mash"), bin.resolve("mash"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Stream.of(System.getProperty("java.class.path").split(":"))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path lib = Files.createDirectories(work.resolve("image/lib"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(lib.resolve("hub.jar")), manifest)) {
            jar.finish();
        }
        Files.createSymbolicLink(work.resolve("image/config"), TheHub.root().resolve("config"));
        return mash;
    }

    /** What {@code docker/prepare} makes, of one certificate: the broker's. */
    private void certificates() throws Exception {
        OwnerOnly.folder(tls);
        KeyStore of = store(work.resolve("broker/broker.p12"));
        char[] password = BrokerProcess.PASSWORD.toCharArray();
        pem("hub.pem", "CERTIFICATE", of.getCertificate("broker").getEncoded());
        pem("ca.pem", "CERTIFICATE", of.getCertificate("broker").getEncoded());
        pem("hub.key", "PRIVATE KEY", of.getKey("broker", password).getEncoded());
        Files.copy(work.resolve("broker/broker.p12"), tls.resolve("doors.p12"));
        OwnerOnly.replace(tls.resolve("doors.password"), BrokerProcess.PASSWORD.getBytes(StandardCharsets.US_ASCII));
        KeyStore trust = KeyStore.getInstance("JKS");
        trust.load(null, null);
        trust.setCertificateEntry("ca", of.getCertificate("broker"));
        try (OutputStream out = Files.newOutputStream(tls.resolve("trust.jks"))) {
            trust.store(out, "changeit".toCharArray());
        }
    }

    private void pem(String name, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        OwnerOnly.replace(
                tls.resolve(name),
                ("-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static KeyStore store(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, BrokerProcess.PASSWORD.toCharArray());
        }
        return store;
    }

    private java.security.cert.Certificate certificate() throws Exception {
        return store(work.resolve("broker/broker.p12")).getCertificate("broker");
    }

    private java.security.cert.Certificate certificate(int port) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLContext trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(work.resolve("broker/trust.p12")));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
