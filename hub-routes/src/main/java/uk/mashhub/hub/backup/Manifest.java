package uk.mashhub.hub.backup;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.Signer;
import uk.mashhub.log.note.Standing;

/**
 * What a backup holds: a note (C2SP signed-note) signed by the log's key, so that a backup that was changed, cut short or taken of
 * another hub is known before anything is put back. Its lines after the first three are {@code table ROWS NAME COLUMN,COLUMN} and
 * {@code file SHA-256 BYTES NAME}.
 *
 * @param at when it was taken
 * @param schema version of the database's migrations
 * @param rows how many of each table
 * @param files each of the folder's, but this
 */
public record Manifest(Instant at, String schema, Map<Table, Long> rows, List<Entry> files) {
    /** Its name in the backup. */
    static final String FILE = "MANIFEST";

    private static final String TYPE = "uk.mashhub.hub.backup.v1";

    /** A file of the backup, by its name in it. */
    record Entry(String sha256, long bytes, String name) {}

    public Manifest {
        rows = Map.copyOf(rows);
        files = List.copyOf(files);
    }

    /** The log's key, under a name that no log has: what it signs here is no word about the log. */
    private static NoteKey key(byte[] publicKey) {
        return new NoteKey(TYPE, publicKey);
    }

    byte[] signed(byte[] publicKey, Signer signer) {
        StringBuilder text = new StringBuilder()
                .append(TYPE)
                .append('\n')
                .append(at)
                .append('\n')
                .append(schema)
                .append('\n');
        rows.entrySet().stream()
                .map(e -> "table " + e.getValue() + " " + e.getKey().name() + " "
                        + String.join(",", e.getKey().columns()) + "\n")
                .sorted()
                .forEach(text::append);
        files.forEach(f -> text.append("file " + f.sha256() + " " + f.bytes() + " " + f.name() + "\n"));
        return SignedNote.sign(text.toString(), key(publicKey), signer);
    }

    /**
     * Reads one.
     *
     * @throws BackupRefused if it is not whole, or not signed by this key
     */
    static Manifest read(byte[] bytes, byte[] publicKey) throws BackupRefused {
        SignedNote note = SignedNote.read(bytes)
                .orElseThrow(() -> new BackupRefused("its " + FILE + " is cut short or was changed"));
        Standing standing = note.standing(key(publicKey), NoteAlgorithms.ofJdk());
        if (standing == Standing.ABSENT) {
            throw new BackupRefused(
                    "it was not taken of the hub that this keystore belongs to: put the keystore back" + " that does");
        }
        if (standing != Standing.SIGNED) {
            throw new BackupRefused("its " + FILE + " was changed after it was taken");
        }
        try {
            return parsed(note.text().lines().toList());
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BackupRefused("it is of a form that this release does not know");
        }
    }

    private static Manifest parsed(List<String> lines) {
        if (!lines.get(0).equals(TYPE)) {
            throw new IllegalArgumentException("another form");
        }
        Map<Table, Long> rows = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        List<Entry> files = new ArrayList<>();
        for (String line : lines.subList(3, lines.size())) {
            String[] words = line.split(" ", 4);
            if (words[0].equals("table")) {
                rows.put(new Table(words[2], List.of(words[3].split(","))), Long.parseLong(words[1]));
            } else {
                files.add(new Entry(words[1], Long.parseLong(words[2]), words[3]));
            }
        }
        return new Manifest(Instant.parse(lines.get(1)), lines.get(2), rows, files);
    }

    /** Text of which a line of the manifest can be made. */
    static String name(String name) throws BackupRefused {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            if (b >= 0 && b < ' ') {
                throw new BackupRefused("a file has a name that cannot be written down");
            }
        }
        return name;
    }
}
