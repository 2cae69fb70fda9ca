package uk.mashhub.hub.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.DatabaseRoles;

/**
 * A hub installed and run as in production, in a process of its own, with its own PostgreSQL (another process) and the simulated
 * agencies as its sources. Its area is the demo's without the sources that people answer by hand, but for those that a benchmark answers.
 */
final class BenchHub implements AutoCloseable {
    private static final String[] LEADS = {
        "--ig-lead", "0f4c2a6e-3c8f-4a51-9a53-0d6f7a1b2c01", "--ig-lead", "7b1d90aa-5e0c-4f3e-8f55-6a2b3c4d5e02"
    };
    private static final int STOP_SECONDS = 60;

    /** One reader and one system here do what hundreds do elsewhere. */
    private static final List<String> UNCOUNTED =
            List.of("-Dhub.rates.address=100000", "-Dhub.rates.strangers=100000", "-Dhub.rates.principal=100000");

    private final Path root;
    private final Path home;
    private final Path log;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private BenchHub(Path root, Path home, Path log, int port, List<String> options) {
        this.root = root;
        this.home = home;
        this.log = log;
        this.port = port;
        this.options = options;
    }

    /**
     * Installs it: {@code ./mash init} twice, with the demo's area between.
     *
     * @param endpoints where the simulated agencies listen: each becomes a setting of its name
     * @param byHand sources that somebody answers by hand; all others of their kind are left out
     * @param options of the hub's Java, such as the size of its heap
     */
    static BenchHub install(
            Path root, Path work, int port, Properties endpoints, Set<String> byHand, List<String> options)
            throws IOException, InterruptedException {
        Path home = work.resolve("hub");
        BenchHub hub = new BenchHub(root, home, work.resolve("hub.log"), port, options);
        configure(root.resolve("config"), home.resolve("config"), byHand);
        hub.command(
                3,
                "init",
                home,
                "--issuer",
                endpoints.getProperty("oidc.issuer"),
                "--client",
                endpoints.getProperty("oidc.clientId"));
        Path file = home.resolve("hub.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\n  port: 8080", "\n  port: " + port)
                        .replace("\n    port: 8443", "\n    port: 0"));
        Path secrets = home.resolve("secrets/settings");
        for (String name : endpoints.stringPropertyNames()) {
            secret(secrets.resolve(name), endpoints.getProperty(name));
        }
        secret(secrets.resolve("hub.oidc.client-secret"), endpoints.getProperty("oidc.clientSecret"));
        hub.command(0, Stream.concat(Stream.of("init", home), Stream.of(LEADS)).toArray());
        hub.timed();
        return hub;
    }

    private static void configure(Path release, Path config, Set<String> byHand) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path to = config.resolve(release.relativize(file));
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        Path area = config.resolve("areas/exampleshire.yaml");
        Files.write(
                area,
                Files.readAllLines(area).stream()
                        .filter(line -> !line.contains("use: BY_HAND")
                                || byHand.stream().anyMatch(source -> line.contains("id: " + source + ",")))
                        .toList());
        withoutEmptyLists(area);
    }

    /** An agency whose only source was a person has none now. */
    private static void withoutEmptyLists(Path area) throws IOException {
        Files.writeString(area, Files.readString(area).replaceAll("sources:\n(?!      - )", "sources: []\n"));
    }

    private static void secret(Path file, String text) throws IOException {
        OwnerOnly.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> java(List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(more);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mash.class.getName()));
        return command;
    }

    private void command(int wanted, Object... words) throws IOException, InterruptedException {
        List<String> command = java(List.of("-XX:TieredStopAtLevel=1"));
        Stream.of(words).map(Object::toString).forEach(command::add);
        Process done = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (done.waitFor() != wanted) {
            throw new CommandFailed("the hub of the benchmark could not be installed; see " + log);
        }
    }

    /** PostgreSQL keeps when each transaction was committed: whoever watches need not ask the hub. */
    private void timed() throws IOException {
        Files.writeString(
                databaseFolder().resolve("data/postgresql.auto.conf"),
                "track_commit_timestamp = on\n",
                StandardOpenOption.APPEND);
    }

    /** {@code ./mash prepare}; to be called while it does not run. */
    void prepare() throws IOException, InterruptedException {
        command(0, "prepare", "--config", home);
    }

    /** Starts it, as the launcher does; returns the seconds until it was up. */
    double start() throws IOException {
        List<String> more = new ArrayList<>(options);
        more.addAll(UNCOUNTED);
        Path archive = home.resolve(PrepareCommand.ARCHIVE);
        if (Files.exists(archive)) {
            more.add("-XX:SharedArchiveFile=" + archive);
        }
        List<String> command = java(more);
        command.addAll(List.of("run", "--config", home.toString()));
        long began = System.nanoTime();
        Process starting = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        process = starting;
        BufferedReader out =
                new BufferedReader(new InputStreamReader(starting.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("The hub is up")) {
                double took = (System.nanoTime() - began) / 1e9;
                Thread rest = new Thread(() -> keep(out), "hub's words");
                rest.setDaemon(true);
                rest.start();
                return LogBenchLoad.hundredths(took);
            }
        }
        throw new CommandFailed("the hub of the benchmark did not start: " + said);
    }

    private void keep(BufferedReader out) {
        try (var file = Files.newBufferedWriter(log)) {
            out.transferTo(file);
        } catch (IOException e) {
            System.err.println("what the hub said is lost: " + e.getMessage());
        }
    }

    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The HTTPS door, for systems that send. */
    Door door() throws IOException, GeneralSecurityException {
        Properties clients = new Properties();
        try (Stream<Path> files = Files.list(home.resolve("secrets/clients"))) {
            for (Path file : files.toList()) {
                clients.setProperty(
                        file.getFileName().toString(), Files.readString(file).strip());
            }
        }
        return new Door(home.resolve("data"), clients);
    }

    long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.pid();
    }

    /** The first of PostgreSQL's processes. */
    long databasePid() throws IOException {
        return Long.parseLong(postmaster().get(0).strip());
    }

    Path databaseFolder() {
        return home.resolve("data/postgres");
    }

    /** Of PostgreSQL's superuser. */
    String databasePassword() throws IOException {
        return Files.readString(databaseFolder().resolve("bootstrap.password")).strip();
    }

    /** PostgreSQL's own account of itself: pid, folder, start, port. */
    private List<String> postmaster() throws IOException {
        return Files.readAllLines(databaseFolder().resolve("data/postmaster.pid"));
    }

    /** As the superuser, who sees whatever the hub stores; for watching, and for filling. */
    Connection watching() throws IOException, SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "bootstrap");
        properties.setProperty("password", databasePassword());
        properties.setProperty("currentSchema", "hub");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3).strip() + "/" + DatabaseRoles.DATABASE,
                properties);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
