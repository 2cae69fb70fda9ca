package uk.mashhub.log.witness;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.Sha256;

/**
 * The newest checkpoint of each log that the witness has cosigned, one file each, named by the hash of the log's origin. A
 * file is replaced whole and made durable before the cosignature leaves, so that a witness that stops at any instant never
 * signs less than it has signed.
 *
 * <p>Whoever deletes a file makes the witness forget: it is to be kept, and backed up, as its key is.
 */
final class Heads {
    /** How many contradicting checkpoints are kept. */
    static final int MAX_FORKS = 100;

    private final Path dir;

    Heads(Path dir) {
        this.dir = Objects.requireNonNull(dir, "dir");
    }

    /** SHA-256 of the origin, in hex (tlog-witness, 'Monitor Retrieval Mechanism'). */
    static String nameOf(String origin) {
        return HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The newest checkpoint cosigned for a log, with its signatures; empty if there never was one.
     *
     * @throws IOException if there is a file and it cannot be read or is no note: that is not 'never'
     */
    Optional<SignedNote> newest(String origin) throws IOException {
        byte[] note;
        try {
            note = Files.readAllBytes(dir.resolve(nameOf(origin)));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
        return Optional.of(SignedNote.read(note).orElseThrow(() -> new IOException("a kept checkpoint is damaged")));
    }

    /** Replaces the newest checkpoint of a log, durably. */
    void replace(String origin, SignedNote note) throws IOException {
        write(dir.resolve(nameOf(origin)), note);
    }

    /** Keeps a checkpoint that contradicts one that was cosigned: with that one it proves that the log forked. */
    void keepFork(String origin, SignedNote note) throws IOException {
        // Named by what was signed, so that the same fork told many times takes one file.
        Path forks = dir.resolve("forks");
        if (isFull(forks)) {
            return;
        }
        String text = HexFormat.of().formatHex(Sha256.of(note.text().getBytes(StandardCharsets.UTF_8)));
        write(forks.resolve(nameOf(origin) + "-" + text), note);
    }

    /** One is proof enough; a log's key in wrong hands could make any number. */
    private static boolean isFull(Path forks) throws IOException {
        if (!Files.exists(forks)) {
            return false;
        }
        try (Stream<Path> kept = Files.list(forks)) {
            return kept.count() >= MAX_FORKS;
        }
    }

    private static void write(Path file, SignedNote note) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "folder");
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(unfinished, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(note.bytes());
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, READ)) {
            names.force(true);
        }
    }
}
