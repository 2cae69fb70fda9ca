package uk.mashhub.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.mashhub.hub.command.Door;
import uk.mashhub.hub.command.RunningHub;
import uk.mashhub.hub.command.Visitor;
import uk.mashhub.model.RandomSource;
import uk.mashhub.simulators.AgencySimulator;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;
import uk.mashhub.simulators.signin.DemoProvider;

/**
 * The whole hub, once per test run: real PostgreSQL, real broker, simulated agencies speaking the real protocols, and the
 * tests' clock. Tests reach it as people and systems do.
 */
public final class TheHub {
    private static final long PATIENCE_SECONDS = 60;
    private static final SecureRandom SECURE = new SecureRandom();

    private static TheHub one;

    private final RunningHub hub;
    private final SimulatedAgencies agencies;
    private final Path work;
    private final Door door;
    private final Map<String, Visitor> visitors = new HashMap<>();

    private TheHub(RunningHub hub, SimulatedAgencies agencies, Path work, Door door) {
        this.hub = hub;
        this.agencies = agencies;
        this.work = work;
        this.door = door;
    }

    /** The running hub; started by whoever asks first. */
    public static synchronized TheHub started() {
        if (one == null) {
            one = start();
            Runtime.getRuntime().addShutdownHook(new Thread(one::stop, "stop-the-hub"));
        }
        return one;
    }

    /** The root of the project. */
    public static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** A fresh folder that no test framework deletes while the hub still runs. */
    public static Path freshFolder() {
        byte[] name = new byte[8];
        SECURE.nextBytes(name);
        try {
            return Files.createDirectories(
                    Path.of("target", "test-data", HexFormat.of().formatHex(name))
                            .toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A free port of the loopback address. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TheHub start() {
        Path work = freshFolder();
        int port = freePort();
        RandomSource random = length -> {
            byte[] bytes = new byte[length];
            SECURE.nextBytes(bytes);
            return bytes;
        };
        // People sign in by the tests' clock; certificates are looked at by the machine's.
        SimulatedAgencies agencies = SimulatedAgencies.start(
                new SimulatorSettings(work.resolve("agencies"), Clock.systemUTC(), random),
                TestTime.STILL,
                URI.create("http://127.0.0.1:" + port));
        Properties endpoints = new Properties();
        endpoints.putAll(agencies.endpoints());
        endpoints.setProperty("hub.metrics.port", "0");
        copyConfig(work);
        RunningHub hub = RunningHub.start(work, work.resolve("data"), port, endpoints, TestTime.class, TestSpans.class);
        try {
            return new TheHub(hub, agencies, work, new Door(hub.dataDir()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the hub's door does not open", e);
        }
    }

    /** Its own configuration: a journey may put other drafts of agreements there. */
    private static void copyConfig(Path work) {
        Path from = root().resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = work.resolve("config").resolve(from.relativize(file).toString());
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        hub.close();
        agencies.close();
    }

    /** The address of the pages. */
    public String url() {
        return hub.url();
    }

    /** Where the hub keeps its data. */
    public Path dataDir() {
        return hub.dataDir();
    }

    /** Where the agencies keep theirs. */
    public Path agenciesDir() {
        return work.resolve("agencies");
    }

    /** Where the drafts of agreements are that this hub's information governance leads can propose. */
    public Path drafts() {
        return work.resolve("config").resolve("agreements");
    }

    /** One of the hub's parts, for looking inside. */
    public <T> T part(Class<T> type) {
        return hub.part(type);
    }

    /** A simulated agency, whose switches a test may turn. */
    public <T extends AgencySimulator> T agency(Class<T> type) {
        return agencies.agency(type);
    }

    /** The sign-in, which a test may have say something. */
    public DemoProvider provider() {
        return agencies.provider();
    }

    /** The HTTPS door for agencies' systems. */
    public Door door() {
        return door;
    }

    /** Sends a referral form from the school; must be accepted. */
    public void referral(String marfJson) {
        byte[] name = new byte[8];
        SECURE.nextBytes(name);
        try {
            Visitor.Answered answer =
                    door.form("school-form", HexFormat.of().formatHex(name), marfJson.getBytes(StandardCharsets.UTF_8));
            if (answer.status() != 202) {
                throw new AssertionError("the door answered " + answer.status() + ": " + answer.text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A demo user at the desk; signs in once. */
    public synchronized Visitor visitor(String user) throws IOException, InterruptedException {
        Visitor known = visitors.get(user);
        if (known == null) {
            known = Visitor.signIn(url(), user);
            visitors.put(user, known);
        }
        return known;
    }

    /** Waits until something is there. */
    public static <T> T await(String what, Supplier<T> look) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            T found = look.get();
            if (found != null) {
                return found;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        throw new AssertionError("waited " + PATIENCE_SECONDS + " s for " + what);
    }
}
