package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.model.RandomSource;

/**
 * PostgreSQL for when none is configured: durable (fsync on), passwords by SCRAM-SHA-256 (RFC 7677), 127.0.0.1 only,
 * folders of mode 0700, dead when this JVM is dead and started again when it alone dies. Starts again on the same files after any crash.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    /** Children of a killed server take a moment to notice, and a free port may be taken by the time it is asked for. */
    private static final int TRIES = 10;

    private static final int BETWEEN_TRIES_MILLIS = 200;
    private final FolderLock lock;
    private final ServerLaunch launch;
    private final int port;
    private final String password;
    private volatile ServerProcess process;
    private volatile boolean closed;

    private EmbeddedPostgres(FolderLock lock, ServerLaunch launch, ServerProcess process, int port, String password) {
        this.lock = lock;
        this.launch = launch;
        this.process = process;
        this.port = port;
        this.password = password;
        watch();
    }

    /**
     * Starts, making the database's files if there are none.
     *
     * @param folder where everything of it goes; made with mode 0700
     * @param port 0 for a free one
     * @throws IOException if it cannot be started, or another hub is running on the folder
     */
    public static EmbeddedPostgres start(Path folder, int port, RandomSource random) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        ServerAccount account = ServerAccount.choose(home);
        OwnerOnly.folder(home);
        FolderLock lock = FolderLock.take(home);
        try {
            return start(lock, account, home, port, random);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        } catch (InterruptedException e) {
            lock.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** The address of a database of the server that a running hub has on a folder; empty if none runs there. */
    public static Optional<String> running(Path folder, String database) throws IOException {
        Path home = folder.toAbsolutePath().normalize();
        return FolderLock.taken(home)
                ? ServerProcess.port(home.resolve("data")).map(port -> url(port, database))
                : Optional.empty();
    }

    private static EmbeddedPostgres start(
            FolderLock lock, ServerAccount account, Path home, int wanted, RandomSource random)
            throws IOException, InterruptedException {
        Path data = home.resolve("data");
        ServerProcess.stopOrphan(data);
        Path bin = PostgresBinaries.unpack(OwnerOnly.folder(home.resolve("binaries")));
        Path passwordFile = home.resolve("bootstrap.password");
        String password = password(passwordFile, random);
        account.own(home);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(account, bin, data, passwordFile);
        }
        ServerLaunch launch = new ServerLaunch(account, bin, data, home.resolve("postgres.log"));
        for (int i = 1; ; i++) {
            int port = wanted > 0 ? wanted : freePort();
            try {
                return new EmbeddedPostgres(lock, launch, launch.start(port), port, password);
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** A server that dies while its hub lives is started again on its port; what was committed is still there. */
    private void watch() {
        process.onExit().thenRunAsync(this::revive);
    }

    private synchronized void revive() {
        // For as long as the hub lives: without its database it can do nothing else.
        for (int i = 1; !closed; i++) {
            try {
                process = launch.start(port);
                watch();
                return;
            } catch (IOException e) {
                LOG.warn("the embedded PostgreSQL died; start {} failed: {}", i, e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_TRIES_MILLIS));
    }

    /** The folder appears whole: made beside, then moved, so that a crash never leaves half a cluster. */
    private static void initialise(ServerAccount account, Path bin, Path data, Path password)
            throws IOException, InterruptedException {
        Path fresh = data.resolveSibling("data.new");
        Trees.delete(fresh);
        Process initdb = new ProcessBuilder(account.command(List.of(
                        bin.resolve("initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=bootstrap",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--no-instructions")))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.waitFor() != 0) {
            throw new IOException("initdb failed: " + output);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password(Path file, RandomSource random) throws IOException {
        if (!Files.exists(file)) {
            String fresh = HexFormat.of().formatHex(random.bytes(24));
            OwnerOnly.replace(file, fresh.getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The address of one of its databases. */
    public String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    /** The process id of the server, for those who test what happens when it is killed. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The password of the superuser {@code bootstrap}, for set-up only. */
    String bootstrapPassword() {
        return password;
    }

    /** Stops it: open transactions roll back, everything committed is on disk. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            stopAndUnlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", e);
        }
    }

    private synchronized void stopAndUnlock() throws IOException, InterruptedException {
        process.stop();
        lock.close();
    }
}
