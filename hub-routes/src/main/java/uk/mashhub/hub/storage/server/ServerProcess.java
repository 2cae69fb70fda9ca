package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The running server: a child that dies with this JVM, even by kill -9. */
final class ServerProcess {
    private static final int READY_SECONDS = 60;
    private static final int STOP_SECONDS = 30;
    /** Lines of postmaster.pid (PostgreSQL's miscadmin.h): 1 is the pid, 8 is the state. */
    private static final int STATE_LINE = 7;
    /** And 4 is the port. */
    private static final int PORT_LINE = 3;

    private final Process process;
    private final Path data;

    private ServerProcess(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /**
     * Starts and waits until it takes connections.
     *
     * @throws IOException if it ends, or is not ready in a minute
     */
    static ServerProcess start(ServerAccount account, List<String> postgres, Path data, Path log)
            throws IOException, InterruptedException {
        // INT is PostgreSQL's fast shutdown; setpriv hands it to the server when the thread that forked it ends.
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "INT"));
        command.addAll(postgres);
        ServerProcess server = new ServerProcess(fork(account.command(command), log), data);
        try {
            server.awaitReady(log);
        } catch (IOException | InterruptedException e) {
            server.stop();
            throw e;
        }
        return server;
    }

    /** PR_SET_PDEATHSIG follows the forking thread, not the process, so that thread lives as long as the server. */
    private static Process fork(List<String> command, Path log) throws IOException, InterruptedException {
        CompletableFuture<Process> forked = new CompletableFuture<>();
        Thread keeper = new Thread(() -> keep(command, log, forked), "embedded-postgres");
        keeper.setDaemon(true);
        keeper.start();
        try {
            return forked.join();
        } catch (CompletionException e) {
            throw new IOException("PostgreSQL cannot be started", e.getCause());
        }
    }

    private static void keep(List<String> command, Path log, CompletableFuture<Process> forked) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            forked.complete(process);
            process.waitFor();
        } catch (IOException e) {
            forked.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when it has ended. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    long pid() {
        return process.pid();
    }

    void stop() throws IOException, InterruptedException {
        if (process.isAlive()) {
            interrupt(process.pid());
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Stops what a killed hub has left behind on these files, so that two servers never share them. */
    static void stopOrphan(Path data) throws IOException, InterruptedException {
        List<String> lines = lines(data);
        if (lines.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> orphan = ProcessHandle.of(
                        Long.parseLong(lines.get(0).strip()))
                .filter(p -> p.info().commandLine().orElse("").contains(data.toString()));
        if (orphan.isPresent()) {
            interrupt(orphan.get().pid());
            try {
                orphan.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("a PostgreSQL left behind on " + data + " does not stop", e);
            }
        }
    }

    /** The port of the server that runs on these files, if one does. */
    static Optional<Integer> port(Path data) throws IOException {
        List<String> lines = lines(data);
        return lines.size() > PORT_LINE
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()))
                : Optional.empty();
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        for (long left = TimeUnit.SECONDS.toMillis(READY_SECONDS); left > 0; left -= 10) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IOException("PostgreSQL ended with " + process.exitValue() + ", see " + log);
            }
            List<String> lines = lines(data);
            if (lines.size() > STATE_LINE
                    && lines.get(STATE_LINE).strip().equals("ready")
                    && lines.get(0).strip().equals(Long.toString(process.pid()))) {
                return;
            }
        }
        throw new IOException("PostgreSQL is not ready after " + READY_SECONDS + " s, see " + log);
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static void interrupt(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    }
}
