package uk.mashhub.log.verifier;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import uk.mashhub.log.tree.MerkleRoot;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TreeHash;

/** Checks the tiles of one level above the leaves against the full tiles below, as these come in. */
final class LevelCheck {
    private final ExportFolder folder;
    private final int level;
    private final long size;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private Optional<LevelCheck> above = Optional.empty();
    private long tiles;

    LevelCheck(ExportFolder folder, int level, long size) {
        this.folder = folder;
        this.level = level;
        this.size = size;
    }

    /** Takes the hashes of the next full tile below. */
    void add(byte[] fullTile) throws Stop {
        MerkleRoot root = new MerkleRoot();
        for (int at = 0; at < fullTile.length; at += TreeHash.LENGTH) {
            root.addLeaf(Arrays.copyOfRange(fullTile, at, at + TreeHash.LENGTH));
        }
        made.writeBytes(root.root());
        if (made.size() == Tile.FULL * TreeHash.LENGTH) {
            byte[] full = compare();
            LevelCheck next = above.orElseGet(() -> new LevelCheck(folder, level + 1, size));
            above = Optional.of(next);
            next.add(full);
            tiles++;
            made.reset();
        }
    }

    /** No more tiles come. */
    void end() throws Stop {
        if (made.size() > 0) {
            compare();
        }
        if (above.isPresent()) {
            above.get().end();
        }
    }

    private byte[] compare() throws Stop {
        Tile tile = Tile.of(level, tiles, size).orElseThrow();
        byte[] kept = hashesOf(folder, tile);
        int differs = Arrays.mismatch(kept, made.toByteArray());
        if (differs >= 0) {
            long below = tiles * Tile.FULL + differs / TreeHash.LENGTH;
            long each = 1L << (8 * level);
            throw Stop.bad(
                    tile.path(),
                    "hash " + differs / TreeHash.LENGTH + " is not over entries " + below * each + " to "
                            + ((below + 1) * each - 1) + ", or these were changed together with their leaves");
        }
        return kept;
    }

    static byte[] hashesOf(ExportFolder folder, Tile tile) throws Stop {
        byte[] hashes = folder.tile(tile, Tile.FULL * TreeHash.LENGTH);
        if (hashes.length != tile.width() * TreeHash.LENGTH) {
            throw Stop.bad(tile.path(), "has another length than " + tile.width() + " hashes");
        }
        return hashes;
    }
}
