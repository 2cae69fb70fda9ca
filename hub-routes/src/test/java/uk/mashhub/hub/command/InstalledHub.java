package uk.mashhub.hub.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.ExternalDatabase;
import uk.mashhub.model.RandomSource;

/** A hub in a folder of its own, as its operators have it: every command is a process, and so is the hub. */
public final class InstalledHub implements AutoCloseable {
    public static final RandomSource RANDOM = InstalledHub::random;
    public static final String[] LEADS = {
        "--ig-lead", "0f4c2a6e-3c8f-4a51-9a53-0d6f7a1b2c01", "--ig-lead", "7b1d90aa-5e0c-4f3e-8f55-6a2b3c4d5e02"
    };

    private static final int PATIENCE_SECONDS = 240;
    private static final SecureRandom SECURE = new SecureRandom();

    private final Path home;
    private final Path log;
    private final Map<String, String> environment;
    private final List<String> launcher;
    private Process process;

    InstalledHub(Path home) {
        this(home, home.getFileName().toString(), Map.of());
    }

    /**
     * One of several that run from a folder.
     *
     * @param name of its log, beside the folder
     * @param environment what is its own
     */
    public InstalledHub(Path home, String name, Map<String, String> environment) {
        this(home, name, Map.copyOf(environment), java());
    }

    private InstalledHub(Path home, String name, Map<String, String> environment, List<String> launcher) {
        this.home = home;
        this.log = home.resolveSibling(name + ".log");
        this.environment = environment;
        this.launcher = launcher;
    }

    /**
     * One that a launcher of its own starts.
     *
     * @param environment what it has beside this process's own, looked at when a command begins
     */
    static InstalledHub launched(Path launcher, Path home, Map<String, String> environment) {
        return new InstalledHub(home, home.getFileName().toString(), environment, List.of("bash", launcher.toString()));
    }

    /** What a command said. */
    public record Said(int code, String text) {}

    public Path home() {
        return home;
    }

    /** As {@code ./mash} would, from the root of the project. */
    public static Said mash(Object... words) throws Exception {
        return said(builder(java(), words), Map.of());
    }

    /** A command as its own launcher starts it. */
    Said command(Object... words) throws Exception {
        return said(builder(launcher, words), environment);
    }

    private static ProcessBuilder builder(List<String> launcher, Object... words) {
        return new ProcessBuilder(
                        Stream.concat(launcher.stream(), Stream.of(words).map(Object::toString))
                                .toList())
                .redirectErrorStream(true);
    }

    private static Said said(ProcessBuilder builder, Map<String, String> environment) throws Exception {
        builder.environment().putAll(environment);
        Process process = builder.directory(TheHub.root().toFile()).start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), out.toString(StandardCharsets.UTF_8));
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Mash.class.getName());
    }

    /** Changes the settings. */
    public void set(String old, String text) throws IOException {
        Path file = home.resolve("hub.yaml");
        String before = Files.readString(file);
        assertThat(before).contains(old);
        Files.writeString(file, before.replace(old, text));
    }

    /** What the database's administrator does: makes it, its roles, and their passwords. */
    public void database(ExternalDatabase server, String name) throws Exception {
        try (Connection postgres = server.administrator("postgres");
                Statement statement = postgres.createStatement()) {
            statement.execute("create database " + name);
        }
        try (Connection mash = server.administrator(name);
                Statement statement = mash.createStatement()) {
            statement.execute(Files.readString(home.resolve("config/sql/roles.sql")));
            for (String role : List.of("hub_owner", "hub_app", "hub_web", "hub_backup")) {
                String password = HexFormat.of().formatHex(RANDOM.bytes(16));
                statement.execute("alter role " + role + " password '" + password + "'");
                secret("database/" + role, password);
            }
        }
    }

    public void secret(String name, String text) throws IOException {
        OwnerOnly.replace(home.resolve("secrets").resolve(name), text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Runs it, and waits until it is up. */
    public void start() throws Exception {
        begin();
        awaitUp();
    }

    /** Runs it. */
    public void begin() throws IOException {
        Files.deleteIfExists(log);
        ProcessBuilder run = builder(launcher, "run", "--config", home).redirectOutput(log.toFile());
        run.environment().putAll(environment);
        process = run.start();
    }

    public void awaitUp() throws IOException {
        awaitLog("The hub is up");
        assertThat(log()).doesNotContain("No policy is in force");
    }

    /** Those of its Java. */
    List<String> arguments() {
        return List.of(process.info().arguments().orElseThrow());
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until its log has these words. */
    public void awaitLog(String words) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!log().contains(words)) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as("the hub says '" + words + "': " + log())
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    /** SIGTERM; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** kill -9. */
    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        SECURE.nextBytes(bytes);
        return bytes;
    }
}
