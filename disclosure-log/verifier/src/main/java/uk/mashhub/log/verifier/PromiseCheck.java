package uk.mashhub.log.verifier;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.mashhub.log.note.Base64Text;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteAlgorithm;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TreeHash;

/**
 * Checks whether the log kept a promise: its signed word, given before there was a proof, that an entry would be in the
 * tree. A promise for an entry that a later log does not have is evidence of tampering.
 */
public final class PromiseCheck {
    private static final String REST = "\"maxMergeDelayMillis\":5000,";
    private static final String TYPE = "\"type\":\"uk.mashhub.log.promise.v1\"}";
    private static final Pattern FORM =
            Pattern.compile("(\\{\"at\":\"([0-9TZ:.-]{24})\",\"entryHash\":\"([0-9a-f]{64})\"," + REST
                    + ")\"signature\":\"([A-Za-z0-9+/=]{1,6000})\"," + Pattern.quote(TYPE) + "\n?");
    private static final Pattern RECORDED = Pattern.compile("\"recorded\":\"([0-9TZ:.-]{24})\"");
    private static final long DELAY_MILLIS = 5000;

    private PromiseCheck() {}

    /**
     * Checks a promise against an export.
     *
     * @param entry a file with exactly the entry's bytes
     * @param export folder of an export of the log
     */
    public static Report of(Path promise, Path entry, Path export, Trust trust) {
        Report whole = ExportCheck.of(export, trust);
        if (whole.found() != Report.Found.GOOD) {
            return whole;
        }
        try {
            Report kept = check(promise, entry, new ExportFolder(export), trust);
            return new Report(kept.found(), kept.words(), whole.more());
        } catch (Stop stop) {
            return stop.report();
        }
    }

    private static Report check(Path promise, Path entry, ExportFolder folder, Trust trust) throws Stop {
        String text = new String(ExportFolder.head(promise, "the promise"), StandardCharsets.UTF_8);
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !isSigned(form, folder, trust)) {
            throw Stop.bad("the promise", "is not a promise that the log signed");
        }
        byte[] leaf = TreeHash.leaf(ExportFolder.head(entry, "the entry"));
        if (!HexFormat.of().formatHex(leaf).equals(form.group(3))) {
            throw Stop.bad("the entry", "is not the one of this promise");
        }
        long size = Checkpoint.read(folder.checkpoint().text()).orElseThrow().size();
        OptionalLong index = indexOf(leaf, folder, size);
        if (index.isPresent()) {
            return Report.good(
                    "the promise was kept: the entry is number " + index.getAsLong() + " (from 0) of " + size);
        }
        Instant due = instant(form.group(2))
                .orElseThrow(() -> Stop.bad("the promise", "has no time"))
                .plusMillis(DELAY_MILLIS);
        if (lastRecorded(folder, size).filter(due::isBefore).isEmpty()) {
            throw Stop.notChecked(
                    "whether the promise was kept: the export ends before it was due. Ask for a newer one");
        }
        throw Stop.bad("the log", "it promised this entry by " + due + ", has later ones, and does not have it");
    }

    private static boolean isSigned(Matcher promise, ExportFolder folder, Trust trust) throws Stop {
        Optional<NoteAlgorithm> ed25519 = trust.algorithms().ofType(NoteKey.ED25519);
        Optional<byte[]> signature = Base64Text.read(promise.group(4));
        String signed = promise.group(1) + TYPE;
        NoteKey key = folder.key();
        return key.type() == NoteKey.ED25519
                && signature.isPresent()
                && ed25519.isPresent()
                && ed25519.get().verifies(key, signed, signature.get());
    }

    private static OptionalLong indexOf(byte[] leaf, ExportFolder folder, long size) throws Stop {
        for (long index = 0; Tile.of(0, index, size).isPresent(); index++) {
            byte[] hashes = LevelCheck.hashesOf(folder, Tile.of(0, index, size).orElseThrow());
            for (int at = 0; at < hashes.length; at += TreeHash.LENGTH) {
                if (Arrays.equals(leaf, 0, TreeHash.LENGTH, hashes, at, at + TreeHash.LENGTH)) {
                    return OptionalLong.of(index * Tile.FULL + at / TreeHash.LENGTH);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<Instant> lastRecorded(ExportFolder folder, long size) throws Stop {
        if (size == 0) {
            return Optional.empty();
        }
        Tile last = Tile.of(Tile.ENTRIES, (size - 1) / Tile.FULL, size).orElseThrow();
        List<byte[]> entries = EntryBundle.begun(folder.tile(last, EntryBundle.MAX_BYTES));
        Matcher recorded = RECORDED.matcher(new String(entries.get(entries.size() - 1), StandardCharsets.UTF_8));
        return recorded.find() ? instant(recorded.group(1)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
