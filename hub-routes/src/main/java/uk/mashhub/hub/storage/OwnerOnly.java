package uk.mashhub.hub.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files and folders that only their owner can read: made so, never made and then restricted. */
public final class OwnerOnly {
    /** Mode 0600. */
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    /** Mode 0700. */
    static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder with mode 0700, or takes others' rights from one that is there. Missing parents are made as usual. */
    public static Path folder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(whole)) {
            Files.createDirectory(whole, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        if (!Files.getPosixFilePermissions(whole).equals(FOLDER)) {
            Files.setPosixFilePermissions(whole, FOLDER);
        }
        return whole;
    }

    /**
     * Reads a password from a file, without the white space around it.
     *
     * @throws IOException if the file is missing, empty, or can be read by anyone but its owner
     */
    public static String secret(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (!FILE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("the file " + file + " can be read by others: chmod 600");
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new IOException("the file " + file + " is empty");
        }
        return text;
    }

    /** Opens for writing a file that is made with mode 0600. */
    public static FileChannel open(Path file, OpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(StandardOpenOption.WRITE);
        return FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(FILE));
    }

    /** Writes a file of mode 0600 whole or not at all: beside, flushed, then moved into place. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel out = open(beside, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        move(beside, file);
    }

    /** Renames a file within its folder, durably, in place of one of that name. */
    public static void move(Path from, Path file) throws IOException {
        Files.move(from, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
