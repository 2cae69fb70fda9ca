package uk.mashhub.hub.storage.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, out of the jar into a folder of the hub's own. At every start each file of the folder is
 * compared by SHA-256 with what the jar is known to hold ({@link PostgresFiles}): what differs is replaced, and what the
 * jar does not hold is removed, so that nothing that was put there, and nothing half-written, is ever run.
 */
final class PostgresBinaries {
    private static final int EXECUTABLE = 0111;

    private final Path home;
    private final Set<Path> wanted = new HashSet<>();

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Brings a folder into line with the jar.
     *
     * @param home an existing folder of mode 0700
     * @return the folder of the programs
     * @throws IOException if the jar holds no binaries for this machine, or the folder cannot be written
     */
    static Path unpack(Path home) throws IOException {
        Optional<PostgresFiles> known = PostgresFiles.of(archive());
        if (known.isEmpty() || !known.get().are(home)) {
            PostgresBinaries binaries = new PostgresBinaries(home);
            binaries.unpack();
            binaries.removeStrangers();
        }
        return home.resolve("bin");
    }

    private void unpack() throws IOException {
        try (InputStream jar = open(archive());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(jar))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("the archive reaches out of its folder");
                }
                place(tar, entry, target);
            }
        }
    }

    /** The resource for this machine. */
    static String archive() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-linux-" + arch + ".txz";
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = PostgresBinaries.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("there are no PostgreSQL binaries for this machine on the class path (" + name
                    + "): configure an external server");
        }
        return in;
    }

    private void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        for (Path p = target; p != null && p.startsWith(home); p = p.getParent()) {
            wanted.add(p);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            link(target, Path.of(entry.getLinkName()));
        } else {
            file(tar, target, (entry.getMode() & EXECUTABLE) != 0);
        }
    }

    private void link(Path target, Path to) throws IOException {
        if (to.isAbsolute() || !target.resolveSibling(to).normalize().startsWith(home)) {
            throw new IOException("a link of the archive reaches out of its folder");
        }
        if (Files.isSymbolicLink(target) && Files.readSymbolicLink(target).equals(to)) {
            return;
        }
        Files.deleteIfExists(target);
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, to);
    }

    /** Writes beside and compares, so that a right file is left alone: an orphan server may still be running it. */
    private static void file(InputStream content, Path target, boolean executable) throws IOException {
        Files.createDirectories(target.getParent());
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        MessageDigest digest = PostgresFiles.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
            content.transferTo(out);
        }
        if (PostgresFiles.same(target, digest.digest(), executable)) {
            Files.delete(fresh);
            return;
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void removeStrangers() throws IOException {
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
