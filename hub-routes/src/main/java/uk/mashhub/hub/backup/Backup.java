package uk.mashhub.hub.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A backup that was found whole: every file as its manifest says, and no other. */
public final class Backup {
    private final Path folder;
    private final Manifest manifest;

    private Backup(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Reads all of it and compares.
     *
     * @param publicKey of the log's key, 32 bytes
     * @throws BackupRefused saying what is wrong with it
     */
    public static Backup open(Path folder, byte[] publicKey) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("there is no " + file + ": this is no backup, or one that was not ended");
        }
        Manifest manifest = Manifest.read(Files.readAllBytes(file), publicKey);
        Set<Path> named = new HashSet<>(Set.of(file));
        for (Manifest.Entry entry : manifest.files()) {
            named.add(check(folder, entry));
        }
        for (Table table : manifest.rows().keySet()) {
            if (!named.contains(folder.resolve(table.file()))) {
                throw new BackupRefused("its file " + table.file() + " is missing");
            }
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> strangers = found.filter(f -> !Files.isDirectory(f))
                    .filter(f -> !named.contains(f))
                    .toList();
            if (!strangers.isEmpty()) {
                throw new BackupRefused("it holds a file that is none of its: " + strangers.get(0));
            }
        }
        return new Backup(folder, manifest);
    }

    private static Path check(Path folder, Manifest.Entry entry) throws IOException {
        Path file = folder.resolve(entry.name()).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new BackupRefused("a file of it lies elsewhere: " + entry.name());
        }
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("its file " + entry.name() + " is missing");
        }
        if (Files.size(file) != entry.bytes()) {
            throw new BackupRefused("its file " + entry.name() + " has " + Files.size(file) + " bytes where "
                    + entry.bytes() + " were written");
        }
        MessageDigest sha256 = BackupWriter.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(entry.sha256())) {
            throw new BackupRefused("its file " + entry.name() + " was changed");
        }
        return file;
    }

    public Manifest manifest() {
        return manifest;
    }

    InputStream file(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
    }
}
