package uk.mashhub.adapter.route;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server with one account, for tests. */
final class FileServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final AtomicInteger made = new AtomicInteger();
    private final Path directory;
    private final Path root;

    FileServer(Path directory) throws Exception {
        this.directory = directory;
        this.root = directory.resolve("account");
        Files.createDirectories(root.resolve("in"));
        KeyPair host = key();
        KeyPair user = key();
        writeKey("key", user);
        writeKey("stranger", key());
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((name, key, session) -> KeyUtils.compareKeys(user.getPublic(), key));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                made.incrementAndGet();
            }
        });
        server.start();
        writeHosts("known_hosts", host);
        writeHosts("other_hosts", key());
    }

    SftpFeed feed() {
        return feed("key", "known_hosts");
    }

    SftpFeed feed(String key, String hosts) {
        return new SftpFeed(
                "127.0.0.1",
                server.getPort(),
                "in",
                "police",
                directory.resolve(key),
                directory.resolve(hosts),
                Duration.ofMillis(50));
    }

    /** How many have been made since it was started. */
    int connections() {
        return made.get();
    }

    /** Breaks off every connection that there is. */
    void breakOff() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    Path in() {
        return root.resolve("in");
    }

    /** Uploads as a well-behaved writer does. */
    void put(String name, byte[] body) throws IOException {
        Path partial = Files.write(in().resolve(name + ".part"), body);
        Files.move(partial, in().resolve(name));
    }

    List<String> names(String folder) throws IOException {
        Path path = in().resolve(folder);
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private void writeKey(String name, KeyPair key) throws Exception {
        try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        }
    }

    private void writeHosts(String name, KeyPair host) throws IOException {
        String line = "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n";
        Files.writeString(directory.resolve(name), line);
    }

    private static KeyPair key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
