package uk.mashhub.hub.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.Seeded;

/** An Artemis broker as a process of its own, set up with the files that {@code ./mash init} writes for its administrator. */
public final class BrokerProcess implements AutoCloseable {
    public static final String PASSWORD = "of-the-test-only";

    private final Path folder;
    private final int port;
    private Process process;

    private BrokerProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Prepares it, with a certificate of its own.
     *
     * @param config the folder {@code config/broker} of a hub
     * @param users its {@code artemis-users.properties}
     */
    public static BrokerProcess prepare(Path folder, Path config, Path users) throws Exception {
        Files.createDirectories(folder);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        for (String name : List.of("broker.xml", "artemis-roles.properties", "login.config")) {
            Files.writeString(
                    folder.resolve(name),
                    Files.readString(config.resolve(name)).replace("0.0.0.0:61617", "127.0.0.1:" + port));
        }
        Files.copy(users, folder.resolve("artemis-users.properties"));
        TlsCertificate made = TlsCertificate.selfSigned(Instant.parse("2026-03-02T09:00:00Z"), Seeded.source(5));
        try (OutputStream out = Files.newOutputStream(folder.resolve("broker.p12"))) {
            java.security.KeyStore store = java.security.KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "broker",
                    made.keyStore().getKey(TlsCertificate.ALIAS, made.password().toCharArray()),
                    PASSWORD.toCharArray(),
                    new java.security.cert.Certificate[] {made.certificate()});
            store.store(out, PASSWORD.toCharArray());
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            java.security.KeyStore store = java.security.KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("broker", made.certificate());
            store.store(out, PASSWORD.toCharArray());
        }
        OwnerOnly.replace(
                folder.resolve("broker.args"),
                ("-Dmash.broker.keystore=" + folder.toAbsolutePath().resolve("broker.p12")
                                + "\n-Dmash.broker.keystore.password=" + PASSWORD + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new BrokerProcess(folder.toAbsolutePath(), port);
    }

    /** Its address, as a hub's settings name it. */
    public String url() {
        return "tcp://127.0.0.1:" + port + "?sslEnabled=true&trustStoreType=PKCS12&trustStorePath="
                + folder.resolve("trust.p12") + "&trustStorePassword=" + PASSWORD;
    }

    /** Starts it and waits until it takes connections. */
    public void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.security.auth.login.config=" + folder.resolve("login.config"),
                        "@" + folder.resolve("broker.args"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
        TheHub.await("the broker", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the broker ended; see " + folder.resolve("broker.log"));
            }
            return Files.exists(folder.resolve("up")) ? true : null;
        });
    }

    /** As any account of the machine sees it, with a blank between the words. */
    String commandLine() throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .replace('\0', ' ');
    }

    /** kill -9. */
    public void kill() throws InterruptedException, IOException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(folder.resolve("up"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The process's own main, in its folder. */
    public static void main(String[] args) throws Exception {
        Path here = Path.of("").toAbsolutePath();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(here.resolve("broker.xml").toUri().toString());
        broker.setSecurityManager(new ActiveMQJAASSecurityManager("activemq"));
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                broker.stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
        Files.writeString(here.resolve("up"), "up");
        new CountDownLatch(1).await();
    }
}
