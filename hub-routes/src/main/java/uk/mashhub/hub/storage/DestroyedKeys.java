package uk.mashhub.hub.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.mashhub.hub.storage.KeyEpochs.KeyEpoch;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;

/**
 * The keys that erasures have destroyed, in a file outside the database, beside the log's head: an older copy of the database does not
 * know of them, and with an older copy of the keystore it would bring back what was erased. A note (C2SP signed-note) signed by the
 * log's key, a line {@code HOLDER EPOCH} for each. It only grows, and goes into no backup.
 */
public final class DestroyedKeys {
    private static final String TYPE = "uk.mashhub.hub.destroyed-keys.v1";

    private final Path file;
    private final KeyRing keys;

    /** @param folder made, with mode 0700, when the first key is destroyed */
    public DestroyedKeys(Path folder, KeyRing keys) {
        this.file = folder.resolve("destroyed-keys");
        this.keys = keys;
    }

    /**
     * All of them; none if there is no file.
     *
     * @throws KeyMissing if there is a file and it cannot be read, or is not this hub's: that is not 'none'
     */
    TreeSet<KeyEpoch> all() {
        try {
            return SignedNote.verified(Files.readAllBytes(file), name(signer()))
                    .map(DestroyedKeys::parsed)
                    .orElseThrow(() -> new KeyMissing("the list of destroyed keys, " + file
                            + ", was changed, or belongs to another keystore: put back the one that was there"));
        } catch (NoSuchFileException none) {
            return new TreeSet<>();
        } catch (IOException e) {
            throw new KeyMissing("the list of destroyed keys, " + file + ", cannot be read", e);
        }
    }

    /** How many they are. The list only grows. */
    public int count() {
        return all().size();
    }

    /** Adds some, durably. */
    void add(Collection<KeyEpoch> destroyed) {
        try {
            LockedFile.alone(file.resolveSibling("destroyed-keys.lock"), () -> write(destroyed));
        } catch (IOException e) {
            throw new KeyMissing("the list of destroyed keys, " + file + ", cannot be written", e);
        }
    }

    private void write(Collection<KeyEpoch> destroyed) throws IOException {
        TreeSet<KeyEpoch> all = all();
        if (!all.addAll(destroyed)) {
            return;
        }
        String text = all.stream()
                .map(k -> k.holder() + " " + k.epoch() + "\n")
                .collect(Collectors.joining("", TYPE + "\n", ""));
        Ed25519Signer signer = signer();
        OwnerOnly.folder(file.resolveSibling("."));
        OwnerOnly.replace(file, SignedNote.sign(text, name(signer), signer));
    }

    private static TreeSet<KeyEpoch> parsed(String text) {
        List<String> lines = text.lines().toList();
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.split(" ", 2))
                .map(words -> new KeyEpoch(words[0], Long.parseLong(words[1])))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Ed25519Signer signer() {
        return new Ed25519Signer(keys.secret(KeyUse.LOG_SIGNING));
    }

    /** The log's key, under a name that no log has. */
    private static NoteKey name(Ed25519Signer signer) {
        return new NoteKey(TYPE, signer.publicKey());
    }
}
