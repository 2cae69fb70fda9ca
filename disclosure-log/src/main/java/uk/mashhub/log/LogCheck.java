package uk.mashhub.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.log.LogFinding.Kind;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TreeHash;

/**
 * Looks whether a store is the log that was signed, before anything is added to it: every entry hashes to its leaf, every
 * tile to those above, all to the newest head, and that extends every head that is kept somewhere else. The log may grow meanwhile.
 */
public final class LogCheck {
    /** Tiles read at a time. */
    private static final int TILES = 256;

    private static final int TILE_BYTES = Tile.FULL * TreeHash.LENGTH;

    private final TreeStore store;
    private final NoteKey key;

    /** @param key of the log */
    public LogCheck(TreeStore store, NoteKey key) {
        this.store = Objects.requireNonNull(store, "store");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Looks.
     *
     * @param kept heads from outside the store: of a file, of witnesses
     * @param accepted what the log's own BREAK entries say is lost
     * @return what is wrong; empty if nothing is
     * @throws IOException if the store cannot be read, which says nothing
     */
    public Optional<LogFinding> run(List<byte[]> kept, List<Lost> accepted) throws IOException {
        Optional<byte[]> note = store.newestHead();
        Optional<Checkpoint> signed = note.flatMap(bytes -> Checkpoint.signed(bytes, key));
        if (note.isPresent() && signed.isEmpty()) {
            return LogFinding.of(
                    Kind.KEY_CHANGED, "the newest checkpoint in the database is not one that this hub's key signed");
        }
        Checkpoint head = signed.orElseGet(() -> new Checkpoint(key.name(), 0, TreeHash.ofNothing()));
        Optional<LogFinding> found = changed(head);
        // Who accepts a loss accepts the largest that is known of.
        List<byte[]> largestFirst = kept.stream()
                .sorted(Comparator.comparingLong(LogCheck::size).reversed())
                .toList();
        for (byte[] outside : largestFirst) {
            found = found.isPresent() ? found : notExtending(head, outside, accepted);
        }
        return found;
    }

    private static long size(byte[] note) {
        return SignedNote.read(note)
                .flatMap(read -> Checkpoint.read(read.text()))
                .map(Checkpoint::size)
                .orElse(Long.MAX_VALUE);
    }

    private Optional<LogFinding> changed(Checkpoint head) throws IOException {
        MerkleRoot whole = new MerkleRoot();
        Optional<Tile> tile = changedTile(head.size(), whole);
        if (tile.isPresent()) {
            return LogFinding.of(Kind.EDITED, tile.get().path() + " is missing, or not the one that was signed");
        }
        if (!Arrays.equals(whole.root(), head.root())) {
            return LogFinding.of(
                    Kind.EDITED, "the tiles are not those of the newest checkpoint, of " + head.size() + " entries");
        }
        return store.changedEntry(head.size()).flatMap(words -> LogFinding.of(Kind.EDITED, words));
    }

    private Optional<Tile> changedTile(long size, MerkleRoot whole) throws IOException {
        ByteArrayOutputStream above = new ByteArrayOutputStream();
        List<byte[]> some = store.leafTiles(0, TILES, size);
        for (long index = 0; !some.isEmpty(); some = store.leafTiles(index, TILES, size)) {
            for (byte[] leaves : some) {
                Tile tile = Tile.of(0, index, size).orElseThrow();
                if (leaves.length != tile.width() * TreeHash.LENGTH) {
                    return Optional.of(tile);
                }
                for (int at = 0; at < leaves.length; at += TreeHash.LENGTH) {
                    whole.addLeaf(Arrays.copyOfRange(leaves, at, at + TreeHash.LENGTH));
                }
                raise(tile, leaves, above);
                index++;
            }
        }
        return changedAbove(1, above.toByteArray(), size);
    }

    /** @param made what the hashes of the level must be */
    private Optional<Tile> changedAbove(int level, byte[] made, long size) throws IOException {
        ByteArrayOutputStream above = new ByteArrayOutputStream();
        for (long index = 0; Tile.of(level, index, size).isPresent(); index++) {
            Tile tile = Tile.of(level, index, size).orElseThrow();
            int from = (int) index * TILE_BYTES;
            byte[] hashes = Arrays.copyOfRange(made, from, from + tile.width() * TreeHash.LENGTH);
            if (!store.read(tile).filter(kept -> Arrays.equals(kept, hashes)).isPresent()) {
                return Optional.of(tile);
            }
            raise(tile, hashes, above);
        }
        return above.size() == 0 ? Optional.empty() : changedAbove(level + 1, above.toByteArray(), size);
    }

    private static void raise(Tile tile, byte[] hashes, ByteArrayOutputStream above) {
        if (!tile.isPartial()) {
            above.writeBytes(TileWriter.rootOf(hashes));
        }
    }

    private Optional<LogFinding> notExtending(Checkpoint head, byte[] outside, List<Lost> accepted) throws IOException {
        Optional<Checkpoint> read = Checkpoint.signed(outside, key);
        if (read.isEmpty()) {
            return LogFinding.of(
                    Kind.KEY_CHANGED, "a checkpoint kept outside the database is not one that this hub's key signed");
        }
        Checkpoint kept = read.get();
        if (accepted.stream().anyMatch(lost -> lost.covers(kept))) {
            return Optional.empty();
        }
        if (kept.size() > head.size()) {
            return Optional.of(new LogFinding(
                    Kind.RESTORED,
                    "the database has " + head.size() + " entries, and a checkpoint kept outside it proves that there"
                            + " were " + kept.size() + ": an old backup, or a table cut short",
                    Optional.of(Lost.of(head.size(), kept))));
        }
        TileTree tree = new TileTree(store, head.size());
        boolean grew = ConsistencyProof.verifies(
                kept.size(), head.size(), kept.root(), head.root(), tree.consistency(kept.size()));
        return grew
                ? Optional.empty()
                : Optional.of(new LogFinding(
                        Kind.REWRITTEN,
                        "the database has another history than the checkpoint of " + kept.size()
                                + " entries that is kept outside it",
                        givenUp(kept, accepted)));
    }

    /** A witness that was away when a loss was accepted may still keep an earlier head of what was lost: people know. */
    private static Optional<Lost> givenUp(Checkpoint kept, List<Lost> accepted) {
        return accepted.stream().flatMap(lost -> lost.upTo(kept).stream()).findFirst();
    }
}
