package uk.mashhub.hub.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The simulated agencies, as a second process that ends with this one. */
final class Simulation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path directory;

    private Simulation(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** Starts them and waits until all of them answer. */
    static Simulation start(Path root, Path directory, String hubUrl) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path target = root.resolve("adapters/simulators/target");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "uk.mashhub.simulators.SimulatorsApplication",
                "--dir",
                directory.toString(),
                "--hub",
                hubUrl));
        // Its standard input is ours to close: it ends when we end, however we end.
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("simulators.log").toFile());
        Files.deleteIfExists(directory.resolve("endpoints.properties"));
        Simulation simulation = new Simulation(builder.start(), directory);
        simulation.await();
        return simulation;
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(endpointsFile())) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new CommandFailed(
                        "the simulated agencies did not start; see " + directory.resolve("simulators.log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    Path endpointsFile() {
        return directory.resolve("endpoints.properties");
    }

    /** Where the agencies listen and with which secrets. */
    Properties endpoints() throws IOException {
        Properties endpoints = new Properties();
        try (InputStream in = Files.newInputStream(endpointsFile())) {
            endpoints.load(in);
        }
        return endpoints;
    }

    /** Its process id, for whoever measures what it uses. */
    long pid() {
        return process.pid();
    }

    /** The folder that an SFTP account offers to the hub. */
    Path inbox(String account) {
        return directory.resolve(account).resolve("in");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
