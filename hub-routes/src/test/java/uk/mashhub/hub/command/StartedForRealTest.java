package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.mashhub.hub.command.InstalledHub.mash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.hub.wiring.BrokerProcess;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;

/**
 * A hub started as its installation page says: a folder made by init, a database and a broker of their own, a provider elsewhere, each
 * set up with what init wrote for its administrator; then check, first publish, run.
 */
class StartedForRealTest {
    private static final Path WORK = TheHub.freshFolder();
    private static final InstalledHub HUB = new InstalledHub(WORK.resolve("hub"));
    private static final Path HOME = HUB.home();

    private static int port;
    private static SimulatedAgencies agencies;
    private static ExternalDatabase database;
    private static BrokerProcess broker;

    @BeforeAll
    static void surroundings() throws Exception {
        port = TheHub.freePort();
        agencies = SimulatedAgencies.start(
                new SimulatorSettings(WORK.resolve("agencies"), Clock.systemUTC(), InstalledHub.RANDOM),
                java.net.URI.create("http://127.0.0.1:" + port));
        database = ExternalDatabase.start(WORK.resolve("database"), InstalledHub.RANDOM);
        InstalledHub.Said first = mash(
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
        HUB.set("  port: 8080", "  port: " + port);
        HUB.set("    port: 8443", "    port: 0");
        broker = BrokerProcess.prepare(
                WORK.resolve("broker"),
                HOME.resolve("config/broker"),
                HOME.resolve("secrets/broker/artemis-users.properties"));
    }

    @AfterAll
    static void end() throws Exception {
        HUB.close();
        broker.close();
        database.close();
        agencies.close();
    }

    @Test
    void isInstalledCheckedPublishedAndRun() throws Exception {
        InstalledHub.Said nothing = mash("check", HOME);
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.text())
                .contains("NO    database     ")
                .contains("hub.oidc.client-secret")
                .contains("NO    broker       127.0.0.1:1 refuses");

        administrators();
        broker.start();
        HUB.set("tcp://127.0.0.1:1?sslEnabled=true", broker.url());
        InstalledHub.Said before = mash("check", HOME);
        assertThat(before.text())
                .as("everybody has done their part but the publishers")
                .contains("ok    database     hub_owner signs in")
                .contains("ok    database     hub_backup signs in")
                .contains("ok    broker       11 principals sign in")
                .contains("ok    sign-in")
                .contains("look  backup       none was ever taken")
                .contains("NO    policy       ");

        anAgreementOfNobody();

        InstalledHub.Said published = mash(Stream.concat(Stream.of("init", HOME), Stream.of(InstalledHub.LEADS))
                .toArray());
        assertThat(published.code()).as(published.text()).isZero();
        assertThat(published.text()).contains("Published: the agreements ");
        InstalledHub.Said ready = mash("check", HOME);
        assertThat(ready.code()).as(ready.text()).isZero();
        InstalledHub.Said again = mash(Stream.concat(Stream.of("init", HOME), Stream.of(InstalledHub.LEADS))
                .toArray());
        assertThat(again.text()).contains("published already");

        HUB.start();
        Visitor decision = Visitor.signIn("http://127.0.0.1:" + port, "decision");
        assertThat(decision.queue()).isEmpty();
        assertThat(HUB.stop()).as("SIGTERM").isEqualTo(143);
    }

    /** An agency's agreement that no area has is nobody's rule: it is said before it is published. */
    private static void anAgreementOfNobody() throws Exception {
        Path agencies = HOME.resolve("config/agreements/agencies");
        Files.createDirectories(agencies);
        Path misspelt = agencies.resolve("exampleshire-polise.yaml");
        Files.writeString(
                misspelt,
                Files.readString(TheHub.root().resolve("config/agreements/agencies/exampleshire-council.yaml"))
                        .replace("agency: exampleshire-council", "agency: exampleshire-polise")
                        .replace("id: council-agreement", "id: polise-agreement")
                        .replace("COU-", "PLS-"));

        InstalledHub.Said check = mash("check", HOME);
        assertThat(check.text()).contains("NO    agreements   no area has the agencies [exampleshire-polise]");
        assertThat(check.code()).isEqualTo(1);
        InstalledHub.Said refused = mash(Stream.concat(Stream.of("init", HOME), Stream.of(InstalledHub.LEADS))
                .toArray());
        assertThat(refused.text()).contains("no area has the agencies [exampleshire-polise]");
        assertThat(refused.code()).isEqualTo(1);
        Files.delete(misspelt);
    }

    @Test
    void refusesToRunWhatTheDemoMade() throws Exception {
        Path demo = WORK.resolve("demo");
        Files.createDirectories(demo.resolve("data"));
        Files.writeString(
                demo.resolve("hub.yaml"), "hub:\n  data-dir: ${mash.home}/data\n  config-dir: ${mash.home}/config\n");
        Files.writeString(demo.resolve("data/clients.secrets"), "school-form=abc\n");
        InstalledHub.Said refused = mash("run", "--config", demo);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("was made by the demo");

        Files.delete(demo.resolve("data/clients.secrets"));
        Files.writeString(demo.resolve("hub.yaml"), "hub:\n  demo: true\n");
        assertThat(mash("run", "--config", demo).text()).contains("hub.demo is for ./mash demo alone");
        assertThat(mash("run", "--config", WORK.resolve("nowhere")).text()).contains("./mash init");
    }

    /** What the database's and the provider's administrators do. */
    private static void administrators() throws Exception {
        HUB.database(database, "mash");
        HUB.secret("settings/hub.oidc.client-secret", agencies.endpoints().get("oidc.clientSecret"));
    }
}
