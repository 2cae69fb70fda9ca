package uk.mashhub.hub.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.test.util.ReflectionTestUtils;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Door;
import uk.mashhub.hub.command.RunningHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.DatabaseRoles;
import uk.mashhub.hub.storage.server.EmbeddedPostgres;
import uk.mashhub.hub.wiring.BrokerServer;
import uk.mashhub.hub.wiring.KeysConfiguration;
import uk.mashhub.simulators.SimulatedAgencies;

/**
 * A hub of one test's own, on the machine's clock, whose database is a server of its own at the far end of a wire, and whose
 * broker can be stopped.
 */
final class FrailHub implements AutoCloseable {
    private static final SecureRandom SECURE = new SecureRandom();

    private final SimulatedAgencies agencies;
    private final Ledgers ledgers;
    private final Wire wire;
    private final RunningHub hub;

    private FrailHub(SimulatedAgencies agencies, Ledgers ledgers, Wire wire, RunningHub hub) {
        this.agencies = agencies;
        this.ledgers = ledgers;
        this.wire = wire;
        this.hub = hub;
    }

    static FrailHub start() throws Exception {
        Path work = TheHub.freshFolder();
        int port = TheHub.freePort();
        Path database = work.resolve("postgres");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(database, 0, Agencies.random());
        Path passwords = passwords(postgres, work.resolve("passwords"));
        Wire wire = new Wire(postgres.port());
        SimulatedAgencies agencies = Agencies.start(work, port);
        Properties settings = new Properties();
        settings.putAll(agencies.endpoints());
        settings.setProperty(
                "hub.database.url", "jdbc:postgresql://127.0.0.1:" + wire.port() + "/" + DatabaseRoles.DATABASE);
        settings.setProperty("hub.database.passwords", passwords.toString());
        // Whoever looks here looks as often as they can.
        settings.setProperty("hub.rates.address", "100000");
        settings.setProperty("hub.rates.principal", "100000");
        // Keys beside an external database are made by hand.
        KeysConfiguration.make(
                work.resolve("data/keystore.p12"), work.resolve("data/keystore.password"), Agencies.random());
        RunningHub hub = RunningHub.start(TheHub.root(), work.resolve("data"), port, settings);
        return new FrailHub(agencies, Ledgers.of(postgres, database), wire, hub);
    }

    private static Path passwords(EmbeddedPostgres postgres, Path folder) throws Exception {
        OwnerOnly.folder(folder);
        for (String role :
                new String[] {DatabaseRoles.OWNER, DatabaseRoles.APP, DatabaseRoles.WEB, DatabaseRoles.BACKUP}) {
            byte[] bytes = new byte[24];
            SECURE.nextBytes(bytes);
            OwnerOnly.replace(
                    folder.resolve(role),
                    HexFormat.of().formatHex(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        DatabaseRoles.prepare(postgres, role -> read(folder.resolve(role)));
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Path dataDir() {
        return hub.dataDir();
    }

    Door door() throws Exception {
        return new Door(hub.dataDir());
    }

    Visitor visitor(String user) throws Exception {
        return Visitor.signIn(hub.url(), user);
    }

    /** Its database, seen past the wire. */
    Ledgers ledgers() {
        return ledgers;
    }

    Wire wire() {
        return wire;
    }

    <T> T part(Class<T> type) {
        return hub.part(type);
    }

    /** The broker itself. A hub has no way to stop it, and needs none; a test does. */
    ActiveMQServer broker() {
        Object embedded = ReflectionTestUtils.getField(hub.part(BrokerServer.class), "broker");
        return ((EmbeddedActiveMQ) java.util.Objects.requireNonNull(embedded)).getActiveMQServer();
    }

    /** Waits until the queue of the screening team holds that many. */
    void awaitQueue(int referrals) throws Exception {
        Visitor screening = visitor("screening");
        TheHub.await(referrals + " referrals on the queue", () -> {
            try {
                return screening.queue().size() >= referrals ? true : null;
            } catch (Exception e) {
                return null;
            }
        });
    }

    @Override
    public void close() throws Exception {
        hub.close();
        agencies.close();
        wire.close();
        ledgers.close();
    }
}
