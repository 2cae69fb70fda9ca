package uk.mashhub.hub.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.hub.storage.server.Trees;
import uk.mashhub.log.note.Signer;

/**
 * Writes a backup: a folder {@code NAME.part}, mode 0700, that gets its name only when all of it is on disk. One that fails is
 * removed; one whose process is killed keeps its {@code .part}, and is never taken for a backup.
 */
public final class BackupWriter implements AutoCloseable {
    private final Path part;
    private final Path whole;
    private final List<Manifest.Entry> files = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param folder that holds backups; made if it is not there
     * @throws BackupRefused if there is one of that name
     */
    public BackupWriter(Path folder, String name) throws IOException {
        this.whole = folder.resolve(name);
        this.part = folder.resolve(name + ".part");
        if (Files.exists(whole) || Files.exists(part)) {
            throw new BackupRefused("there is " + whole + " already, or a part of it");
        }
        OwnerOnly.folder(part);
    }

    /** What is written to a file. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes a file, to the disk. */
    void file(String name, Content content) throws IOException {
        Path file = part.resolve(Manifest.name(name));
        folders(file.toAbsolutePath().getParent());
        MessageDigest sha256 = sha256();
        try (FileChannel channel = OwnerOnly.open(file, StandardOpenOption.CREATE_NEW)) {
            DigestOutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), sha256);
            content.to(new Open(out));
            channel.force(true);
            files.add(new Manifest.Entry(HexFormat.of().formatHex(sha256.digest()), channel.size(), name));
        }
    }

    /** Makes those of the backup that are missing, with mode 0700 from the first moment. */
    private static void folders(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Writes the manifest and gives the folder its name. */
    public Path end(Instant at, String schema, Map<Table, Long> rows, byte[] publicKey, Signer signer)
            throws IOException {
        OwnerOnly.replace(part.resolve(Manifest.FILE), new Manifest(at, schema, rows, files).signed(publicKey, signer));
        // Folders name what is in them: all of them, before this one has its name.
        try (Stream<Path> all = Files.walk(part)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                force(folder);
            }
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        for (Path above = whole.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            if (Files.isReadable(above)) {
                force(above);
            }
        }
        return whole;
    }

    /** Removes it if it was not ended. */
    @Override
    public void close() throws IOException {
        Trees.delete(part);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whoever writes may close it; the file is still to be flushed to the disk. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
