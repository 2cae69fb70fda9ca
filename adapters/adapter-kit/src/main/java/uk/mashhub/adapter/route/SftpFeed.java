package uk.mashhub.adapter.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One SFTP account and the folder of it that is polled. Keys only: no password, no unknown host (ruling 28).
 *
 * @param directory relative to the account's root, such as {@code in}
 * @param privateKey file with the account's private key, OpenSSH or PKCS#8 form
 * @param knownHosts file with the server's host key, OpenSSH form (sshd(8))
 * @param delay between two polls, at least 1 ms
 */
public record SftpFeed(
        String host, int port, String directory, String user, Path privateKey, Path knownHosts, Duration delay) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/-]*");

    public SftpFeed {
        plain(host, "host");
        plain(directory, "directory");
        plain(user, "user");
        Objects.requireNonNull(privateKey, "privateKey");
        Objects.requireNonNull(knownHosts, "knownHosts");
        Objects.requireNonNull(delay, "delay");
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port");
        }
        if (delay.toMillis() < 1) {
            throw new IllegalArgumentException("delay");
        }
    }

    /** Nothing that would have to be escaped in an address, and no way up. */
    private static void plain(String value, String name) {
        Objects.requireNonNull(value, name);
        if (!PLAIN.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Prints neither paths nor account. */
    @Override
    public String toString() {
        return "SftpFeed[" + host + ":" + port + "]";
    }
}
