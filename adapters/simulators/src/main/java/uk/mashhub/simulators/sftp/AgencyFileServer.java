package uk.mashhub.simulators.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server on 127.0.0.1 on a free port. Keys only; each account sees its own root directory, with {@code in} in it,
 * and nothing else. No shell, no commands, no forwarding.
 */
public final class AgencyFileServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Map<String, SftpAccount> accounts = new LinkedHashMap<>();
    private final Path knownHosts;

    /**
     * Starts the server.
     *
     * @param directory work directory; account {@code a} has its root at {@code directory/a}, its key at
     *     {@code directory/keys/a}
     * @throws IOException if the directory cannot be written or no port is free
     */
    public AgencyFileServer(Path directory, List<String> names) throws IOException, GeneralSecurityException {
        Path keys = Files.createDirectories(directory.resolve("keys"));
        for (String name : names) {
            accounts.put(name, SftpAccount.create(name, directory, keys));
        }
        KeyPair hostKey = SftpAccount.freshKey();
        serve(hostKey);
        knownHosts = Files.writeString(
                keys.resolve("known_hosts"),
                "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n");
    }

    private void serve(KeyPair hostKey) throws IOException {
        VirtualFileSystemFactory roots = new VirtualFileSystemFactory();
        accounts.values().forEach(account -> roots.setUserHomeDir(account.name(), account.root()));
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> accounts.containsKey(user)
                && KeyUtils.compareKeys(accounts.get(user).publicKey(), key));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(roots);
        server.start();
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** {@code sftp.host}, {@code sftp.port}, {@code sftp.knownHosts} and {@code sftp.<account>.privateKey}. */
    public Map<String, String> endpoints() {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("sftp.host", "127.0.0.1");
        endpoints.put("sftp.port", String.valueOf(port()));
        endpoints.put("sftp.knownHosts", knownHosts.toString());
        accounts.values()
                .forEach(a -> endpoints.put(
                        "sftp." + a.name() + ".privateKey", a.privateKey().toString()));
        return endpoints;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            // It is going away with its process; there is nobody to tell.
        }
    }
}
