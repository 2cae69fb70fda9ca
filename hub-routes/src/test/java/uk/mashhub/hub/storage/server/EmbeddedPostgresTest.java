package uk.mashhub.hub.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.Seeded;

class EmbeddedPostgresTest {
    private final Path folder = Path.of("target", "test-data", UUID.randomUUID().toString(), "postgres");

    @Test
    void startsAgainOnTheSameFilesAfterAKillAndAfterAnOrphan() throws Exception {
        EmbeddedPostgres first = start();
        keepsToItself(first);
        run(first, "create table kept (n int)");
        run(first, "insert into kept values (1)");
        kill(first);
        await(first);
        assertThat(count(first)).isEqualTo(1);
        first.close();

        Path program = folder.resolve("binaries/bin/postgres");
        byte[] right = Files.readAllBytes(program);
        Path planted = folder.resolve("binaries/bin/planted");
        Files.write(planted, new byte[] {'#', '!'});
        Files.move(planted, program, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("binaries/lib/stranger.so"), "planted");
        EmbeddedPostgres second = start();
        assertThat(Files.readAllBytes(program)).isEqualTo(right);
        assertThat(folder.resolve("binaries/lib/stranger.so")).doesNotExist();
        run(second, "insert into kept values (2)");
        assertThatThrownBy(this::start).isInstanceOf(IOException.class).hasMessageContaining("another hub is running");
        assertThat(second.isAlive()).isTrue();
        second.close();

        ServerProcess orphan = orphan(second.port());
        EmbeddedPostgres third = start();
        assertThat(orphan.isAlive()).isFalse();
        assertThat(count(third)).isEqualTo(2);
        third.close();
        assertThat(third.isAlive()).isFalse();
    }

    /** A server that no hub holds, as a hub leaves it whose kill it did not notice. */
    private ServerProcess orphan(int port) throws IOException, InterruptedException {
        Path home = folder.toAbsolutePath();
        return new ServerLaunch(
                        ServerAccount.choose(home),
                        home.resolve("binaries/bin"),
                        home.resolve("data"),
                        home.resolve("orphan.log"))
                .start(port);
    }

    private void keepsToItself(EmbeddedPostgres server) throws IOException, SQLException {
        for (Path path : new Path[] {folder, folder.resolve("binaries"), folder.resolve("data")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bootstrap.password"))))
                .isEqualTo("rw-------");
        assertThat(one(server, "show fsync")).isEqualTo("on");
        assertThat(one(server, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(one(server, "select count(*)::text from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "bootstrap", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress("127.0.0.2", server.port()), 1_000);
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.start(folder, 0, Seeded.source(3));
    }

    private static void kill(EmbeddedPostgres server) throws Exception {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    /** It comes back on its port by itself. */
    private static void await(EmbeddedPostgres server) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Connection connection = connect(server)) {
                return;
            } catch (SQLException e) {
                new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static int count(EmbeddedPostgres server) throws SQLException {
        return Integer.parseInt(one(server, "select count(*)::text from kept"));
    }

    private static String one(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server)) {
            connection.createStatement().execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), "bootstrap", server.bootstrapPassword());
    }
}
