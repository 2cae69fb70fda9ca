package uk.mashhub.hub.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.mashhub.hub.storage.LockedFile;
import uk.mashhub.hub.storage.OwnerOnly;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Lost;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;

/**
 * The newest signed head, in a file outside the database: a database that is put back to an older state does not take it
 * along. Keep it on another disk than the database, and out of the database's backup.
 */
public final class HeadFile {
    private static final Pattern LOST = Pattern.compile("lost-[0-9]+(-[0-9a-f]{16})?");
    private static final Pattern BREAK = Pattern.compile("break-[0-9]+(-[0-9a-f]{16})?");
    private static final Pattern ACCEPTING = Pattern.compile("accepting-[0-9]+(-[0-9a-f]{16})?");

    private final Path folder;
    private final Path file;
    private final Path restored;

    /** @param folder made, with mode 0700, when the first head is kept */
    public HeadFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("checkpoint");
        this.restored = folder.resolve("restored");
    }

    /**
     * The head that is kept, as a note; empty if none ever was.
     *
     * @throws IOException if there is a file and it cannot be read: that is not 'never'
     */
    public Optional<byte[]> read() throws IOException {
        return read(file);
    }

    /** The heads that were lost with their entries, as notes, but for those of a loss that people have accepted. */
    List<byte[]> lost(AcceptedLosses accepted, NoteKey key) throws IOException {
        return all(LOST).values().stream()
                .filter(note ->
                        Checkpoint.signed(note, key).filter(accepted::covers).isEmpty())
                .toList();
    }

    /** What people have accepted as lost: a history that goes on after it without saying so was given up. */
    List<AcceptedLosses.Told> accepted(NoteKey key) throws IOException {
        return all(BREAK).entrySet().stream()
                .map(file -> told("the file " + file.getKey(), file.getValue(), key))
                .toList();
    }

    /** An entry and its promise, each a line. */
    private static AcceptedLosses.Told told(String where, byte[] file, NoteKey key) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        return lines.size() == 2
                ? AcceptedLosses.Told.of(
                        where,
                        lines.get(0).getBytes(StandardCharsets.UTF_8),
                        lines.get(1).getBytes(StandardCharsets.UTF_8),
                        key)
                : new AcceptedLosses.Told(where, "", Optional.empty());
    }

    /**
     * Keeps the BREAK entry by which the log is to go on, and its promise, durably and before it is committed. Until it is found in the
     * log this says nothing, and excuses nothing: nobody logs before then, so nothing is given up either.
     */
    void accepting(Lost lost, Logged logged) throws IOException {
        OwnerOnly.folder(folder);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(logged.entry());
        lines.write('\n');
        lines.writeBytes(logged.promise());
        lines.write('\n');
        OwnerOnly.replace(folder.resolve("accepting-" + name(lost)), lines.toByteArray());
    }

    /** What is kept of the losses that a sound log tells of is said from now on, whichever database is put back later. */
    void accepted(AcceptedLosses losses, NoteKey key) throws IOException {
        for (Map.Entry<String, byte[]> one : all(ACCEPTING).entrySet()) {
            if (losses.names(told("the file " + one.getKey(), one.getValue(), key))) {
                accepted(one.getKey());
            }
        }
    }

    private void accepted(String accepting) throws IOException {
        try {
            OwnerOnly.move(folder.resolve(accepting), folder.resolve(accepting.replace("accepting-", "break-")));
        } catch (NoSuchFileException done) {
            // By another hub of this folder, meanwhile.
        }
    }

    /** Keeps a head of what is given up: it is known again wherever else it is kept. */
    void lost(Lost lost, byte[] note) throws IOException {
        OwnerOnly.folder(folder);
        OwnerOnly.replace(folder.resolve("lost-" + name(lost)), note);
    }

    private static String name(Lost lost) {
        return lost.to() + lost.root().map(hex -> "-" + hex.substring(0, 16)).orElse("");
    }

    /** Contents by file name. */
    private SortedMap<String, byte[]> all(Pattern name) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        if (!Files.exists(folder)) {
            return contents;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.filter(
                            f -> name.matcher(f.getFileName().toString()).matches())
                    .toList()) {
                // One that is gone was renamed meanwhile, by another hub of this folder.
                Optional<byte[]> content = read(one);
                content.ifPresent(bytes -> contents.put(one.getFileName().toString(), bytes));
            }
        }
        return contents;
    }

    /** The head of the backup that was put back when no other was kept here, as a note; empty if none ever was. */
    public Optional<byte[]> restored() throws IOException {
        return read(restored);
    }

    /** Keeps the head of a backup that is put back while no other is kept: nobody knows here how much was lost. */
    public void restored(byte[] note) throws IOException {
        OwnerOnly.folder(folder);
        OwnerOnly.replace(restored, note);
    }

    /** What people accept as lost then: from the backup's head on, at least one place, and nobody knows how many. */
    public static Lost lostAfter(Checkpoint restored) {
        return new Lost(restored.size(), restored.size() + 1, Optional.empty());
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    /** Does work on it while no other hub of this folder does. */
    void alone(LockedFile.Work work) throws IOException {
        LockedFile.alone(folder.resolve("checkpoint.lock"), work);
    }

    /** Replaces the head, durably. One that was lost with its entries stays beside it: it proves that there were more. */
    public void replace(byte[] note, NoteKey key) throws IOException {
        OwnerOnly.folder(folder);
        Optional<byte[]> before = read();
        Optional<Checkpoint> old = before.flatMap(bytes -> Checkpoint.signed(bytes, key));
        Optional<Checkpoint> next = SignedNote.verified(note, key).flatMap(Checkpoint::read);
        if (old.isPresent() && next.isPresent() && next.get().size() < old.get().size()) {
            OwnerOnly.replace(folder.resolve("lost-" + old.get().size()), before.orElseThrow());
        }
        OwnerOnly.replace(file, note);
    }
}
