package uk.mashhub.hub.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.RunningHub;

/** The hub as a process of its own, to be killed at any instruction. */
final class HubProcess {
    private static final int START_SECONDS = 120;

    private final Path work;
    private final int port;
    private Process process;

    HubProcess(Path work, int port, Properties endpoints) throws IOException {
        this.work = work;
        this.port = port;
        try (var out = Files.newOutputStream(work.resolve("endpoints.properties"))) {
            endpoints.store(out, null);
        }
    }

    /** The child's main: starts the hub and stays until it is killed. */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        Properties endpoints = new Properties();
        try (InputStream in = Files.newInputStream(work.resolve("endpoints.properties"))) {
            endpoints.load(in);
        }
        RunningHub.start(TheHub.root(), work.resolve("data"), Integer.parseInt(args[1]), endpoints);
        Files.writeString(work.resolve("up"), "up");
        new CountDownLatch(1).await();
    }

    Path dataDir() {
        return work.resolve("data");
    }

    void start() throws IOException {
        Files.deleteIfExists(work.resolve("up"));
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubProcess.class.getName(),
                        work.toString(),
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(work.resolve("hub.log").toFile()))
                .start();
    }

    /** Waits until it is up. */
    void awaitUp() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(work.resolve("up"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the hub did not start; see " + work.resolve("hub.log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    boolean isUp() {
        return process.isAlive() && Files.exists(work.resolve("up"));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** kill -9 of the database server; false if it was not running. */
    boolean killDatabase() throws IOException {
        Path pid = dataDir().resolve("postgres/data/postmaster.pid");
        if (!Files.exists(pid)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pid);
        return !lines.isEmpty()
                && ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                        // The file outlives its server, and the number may be another process's by now.
                        .filter(p -> p.info()
                                .commandLine()
                                .orElse("")
                                .contains(dataDir().toString()))
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
