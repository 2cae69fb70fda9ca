package uk.mashhub.log.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileSource;
import uk.mashhub.log.tree.TreeHash;

/** The files of an exported log: {@code checkpoint}, {@code vkey}, the tiles of C2SP tlog-tiles, and what others say of it. */
final class ExportFolder {
    static final String CHECKPOINT = "checkpoint";
    static final String VKEY = "vkey";

    private static final int MAX_HEAD = 1 << 20;
    /** Some hundred thousand lines. */
    private static final int MAX_LIST = 1 << 25;

    private final Path dir;

    ExportFolder(Path dir) {
        this.dir = Objects.requireNonNull(dir, "dir");
    }

    SignedNote checkpoint() throws Stop {
        return SignedNote.read(head(dir.resolve(CHECKPOINT), CHECKPOINT))
                .orElseThrow(() -> Stop.bad(CHECKPOINT, "is not a signed note"));
    }

    /** The key that the folder says is the log's; whether it is, only the reader can know. */
    NoteKey key() throws Stop {
        String text = new String(head(dir.resolve(VKEY), VKEY), StandardCharsets.UTF_8);
        Optional<NoteKey> key =
                text.endsWith("\n") ? NoteKey.read(text.substring(0, text.length() - 1)) : Optional.empty();
        return key.orElseThrow(() -> Stop.bad(VKEY, "is not a verifier key"));
    }

    /** The reader's policy; without one, that of trusting the folder's own key. */
    TrustPolicy policy(Trust trust) throws Stop {
        NoteKey own = key();
        if (trust.policy().isPresent() && !trust.policy().get().logs().contains(own)) {
            throw Stop.bad(VKEY, "is not a key that the policy trusts");
        }
        return trust.policy().orElseGet(() -> TrustPolicy.ofLog(own));
    }

    /** What others have said of the log; nothing where the export carries no such list. */
    EvidenceList evidence() throws Stop {
        if (!Files.exists(dir.resolve(EvidenceList.FILE))) {
            return new EvidenceList(EvidenceList.hash(head(dir.resolve(CHECKPOINT), CHECKPOINT)), List.of());
        }
        EvidenceList list = EvidenceList.read(read(dir.resolve(EvidenceList.FILE), EvidenceList.FILE, MAX_LIST))
                .orElseThrow(() -> Stop.bad(EvidenceList.FILE, "is not a list of checkpoints and tokens"));
        listed(CHECKPOINT, list.checkpoint());
        return list;
    }

    /** The bytes of a file that must be as the list of evidence says. */
    byte[] listed(String name, String hash) throws Stop {
        byte[] bytes = head(dir.resolve(name), name);
        if (!EvidenceList.hash(bytes).equals(hash)) {
            throw Stop.bad(name, "is not as " + EvidenceList.FILE + " says: one of the two was changed");
        }
        return bytes;
    }

    /** The bytes of a tile or bundle that must be there. */
    byte[] tile(Tile tile, int maxBytes) throws Stop {
        return read(dir.resolve(tile.path()), tile.path(), maxBytes);
    }

    /** An export has each tile in its final width only: a smaller tree's tiles are the beginnings of those. */
    TileSource tilesOf(long size) {
        return wanted -> {
            Optional<Tile> kept = Tile.of(wanted.level(), wanted.index(), size);
            try {
                return kept.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Arrays.copyOf(LevelCheck.hashesOf(this, kept.get()), wanted.width() * TreeHash.LENGTH));
            } catch (Stop missing) {
                throw new IOException("tile", missing);
            }
        };
    }

    /** A small file, named by its reader. */
    static byte[] head(Path file, String name) throws Stop {
        return read(file, name, MAX_HEAD);
    }

    private static byte[] read(Path file, String name, int maxBytes) throws Stop {
        try {
            if (!Files.isRegularFile(file)) {
                throw Stop.bad(name, "is missing");
            }
            if (Files.size(file) > maxBytes) {
                throw Stop.bad(name, "is longer than it can be");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Stop.bad(name, "cannot be read");
        }
    }

    /**
     * A file that is neither of the tree of this size nor of its evidence; empty if there is none. Its name is cut down to what is
     * safe to print.
     */
    Optional<String> stranger(long size, EvidenceList evidence) throws Stop {
        Set<String> listed = new HashSet<>();
        for (EvidenceList.Head head : evidence.heads()) {
            listed.add(head.noteFile());
            head.token().ifPresent(hash -> listed.add(head.tokenFile()));
        }
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> dir.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !isPart(name, size) && !listed.contains(name))
                    .sorted()
                    .findFirst()
                    .map(name -> name.replaceAll("[^A-Za-z0-9._/-]", "?"));
        } catch (IOException | UncheckedIOException unreadable) {
            throw Stop.bad("the folder", "cannot be read");
        }
    }

    private static boolean isPart(String name, long size) {
        return name.equals(CHECKPOINT)
                || name.equals(VKEY)
                || name.equals(EvidenceList.FILE)
                || Tile.read(name)
                        .filter(tile ->
                                Tile.of(tile.level(), tile.index(), size).equals(Optional.of(tile)))
                        .isPresent();
    }
}
