package uk.mashhub.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.MerkleRoot;

/**
 * Reads an export again and says what is wrong with it, if anything: each entry is canonical, each has a promise that the
 * log's key signed for it, and the root over all is the one in the signed checkpoint. Memory does not grow with the log.
 *
 * <p>It proves that nothing in the folder was changed since the log's key signed it. That the key is the log's, only the
 * reader can know who was given it by another way: pass it as the trusted key.
 */
public final class LogCheck {
    private static final int MAX_HEAD_BYTES = 1 << 20;

    private final Path dir;
    private final Optional<NoteKey> trusted;

    private LogCheck(Path dir, Optional<NoteKey> trusted) {
        this.dir = dir;
        this.trusted = trusted;
    }

    /** Checks against the key in the export itself. */
    public static CheckResult of(Path dir) {
        return new LogCheck(dir, Optional.empty()).run();
    }

    /** Checks against a key that the reader was given by another way; the export's own must be the same. */
    public static CheckResult of(Path dir, NoteKey trusted) {
        return new LogCheck(dir, Optional.of(trusted)).run();
    }

    private CheckResult run() {
        Progress progress = new Progress();
        try {
            NoteKey key = key();
            Checkpoint checkpoint = checkpoint(key);
            checkLines(new Ed25519Verifier(key.publicKey()), progress);
            checkTree(progress.tree, checkpoint);
            return new CheckResult(Optional.empty(), progress.tree.size());
        } catch (Bad bad) {
            return new CheckResult(Optional.of(bad.fault), progress.tree.size());
        }
    }

    private NoteKey key() throws Bad {
        String vkey = new String(read(LogExport.VKEY), StandardCharsets.UTF_8);
        Optional<NoteKey> key =
                vkey.endsWith("\n") ? NoteKey.read(vkey.substring(0, vkey.length() - 1)) : Optional.empty();
        if (key.isEmpty()) {
            throw new Bad(LogExport.VKEY, "is not a verifier key");
        }
        if (trusted.isPresent() && !trusted.equals(key)) {
            throw new Bad(LogExport.VKEY, "is not the key that was to be trusted");
        }
        if (!Ed25519Verifier.takes(key.get().publicKey())) {
            throw new Bad(LogExport.VKEY, "is not an Ed25519 public key");
        }
        return key.get();
    }

    private Checkpoint checkpoint(NoteKey key) throws Bad {
        byte[] note = read(LogExport.CHECKPOINT);
        Checkpoint checkpoint = SignedNote.verified(note, key)
                .flatMap(Checkpoint::read)
                .orElseThrow(() -> new Bad(LogExport.CHECKPOINT, "is not a checkpoint signed by the log's key"));
        if (!checkpoint.origin().equals(key.name())) {
            throw new Bad(LogExport.CHECKPOINT, "is another log's");
        }
        return checkpoint;
    }

    private void checkLines(Verifier verifier, Progress progress) throws Bad {
        try (Lines entries = new Lines(dir.resolve(LogExport.ENTRIES));
                Lines promises = new Lines(dir.resolve(LogExport.PROMISES))) {
            while (true) {
                Optional<byte[]> entry = progress.next(entries, LogExport.ENTRIES);
                Optional<byte[]> promise = progress.next(promises, LogExport.PROMISES);
                if (entry.isEmpty() && promise.isEmpty()) {
                    return;
                }
                checkLine(entry, promise, verifier, progress);
            }
        } catch (IOException unreadable) {
            throw new Bad(progress.at(LogExport.ENTRIES), "entries or promises cannot be read");
        }
    }

    private static void checkLine(
            Optional<byte[]> entry, Optional<byte[]> promise, Verifier verifier, Progress progress) throws Bad {
        byte[] line =
                entry.orElseThrow(() -> new Bad(progress.at(LogExport.ENTRIES), "is missing: there is a promise"));
        if (!CanonicalJson.isCanonical(line)) {
            throw new Bad(progress.at(LogExport.ENTRIES), "is not canonical JSON");
        }
        Promise given = promise.flatMap(bytes -> Promise.verified(bytes, verifier))
                .orElseThrow(
                        () -> new Bad(progress.at(LogExport.PROMISES), "is not a promise signed by the log's key"));
        if (!given.isFor(line)) {
            throw new Bad(progress.at(LogExport.ENTRIES), "is not the entry that was promised");
        }
        progress.tree.add(line);
    }

    private static void checkTree(MerkleRoot tree, Checkpoint checkpoint) throws Bad {
        if (tree.size() != checkpoint.size()) {
            throw new Bad(
                    LogExport.CHECKPOINT, "is over " + checkpoint.size() + " entries, and there are " + tree.size());
        }
        if (!Arrays.equals(tree.root(), checkpoint.root())) {
            throw new Bad(LogExport.CHECKPOINT, "has another root: entries were put in another order or replaced");
        }
    }

    private byte[] read(String file) throws Bad {
        try {
            Path path = dir.resolve(file);
            if (Files.size(path) > MAX_HEAD_BYTES) {
                throw new Bad(file, "is too long");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new Bad(file, "cannot be read");
        }
    }

    /** The tree so far; the line that is being read is the one after it. */
    private static final class Progress {
        private final MerkleRoot tree = new MerkleRoot();

        Optional<byte[]> next(Lines lines, String file) throws IOException, Bad {
            try {
                return lines.next();
            } catch (Lines.MalformedLine malformed) {
                throw new Bad(at(file), String.valueOf(malformed.getMessage()));
            }
        }

        String at(String file) {
            return file + " line " + (tree.size() + 1);
        }
    }

    private static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient CheckResult.Fault fault;

        Bad(String where, String why) {
            super(why);
            fault = new CheckResult.Fault(where, why);
        }
    }
}
