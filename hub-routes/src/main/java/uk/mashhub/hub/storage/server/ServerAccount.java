package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Under whose account the server runs. PostgreSQL refuses root, so root steps down: into a user namespace where the machine
 * allows them (the files stay root's), otherwise to the account 65534.
 */
enum ServerAccount {
    /** The hub is not root: the server runs as the hub does. */
    OWN(List.of()),
    NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    ServerAccount(List<String> prefix) {
        this.prefix = prefix;
    }

    /** What this machine allows. Folders that were made for 65534 stay so. */
    static ServerAccount choose(Path home) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OWN;
        }
        boolean nobodys = Files.exists(home) && NOBODY_ID == (Integer) Files.getAttribute(home, "unix:uid");
        return !nobodys && runs("unshare", "-U", "true") ? NAMESPACE : NOBODY;
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * Hands a folder and everything in it to the account.
     *
     * @throws IOException if the account could not reach it
     */
    void own(Path home) throws IOException {
        if (this != NOBODY) {
            return;
        }
        admit(home);
        try (Stream<Path> files = Files.walk(home)) {
            files.forEach(ServerAccount::handOver);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Others may pass through the hub's own folder, not look into it. Folders above it are not the hub's to change. */
    private static void admit(Path home) throws IOException {
        for (Path folder = home.getParent(); folder != null; folder = folder.getParent()) {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(folder);
            if (!granted.add(PosixFilePermission.OTHERS_EXECUTE)) {
                continue;
            }
            if (!folder.equals(home.getParent())) {
                throw new IOException("as root the embedded PostgreSQL runs under the account " + NOBODY_ID
                        + ", which cannot pass through " + folder
                        + ": use a data folder elsewhere, or do not run the hub as root");
            }
            Files.setPosixFilePermissions(folder, granted);
        }
    }

    private static void handOver(Path file) {
        try {
            Files.setAttribute(file, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
