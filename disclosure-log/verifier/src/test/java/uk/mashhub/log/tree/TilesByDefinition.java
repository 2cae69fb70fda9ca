package uk.mashhub.log.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tree made straight from the words of RFC 6962 section 2.1 and C2SP tlog-tiles: slow, and nothing of it is shared. */
public final class TilesByDefinition implements TileSource {
    private final List<byte[]> entries = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();

    public TilesByDefinition(int size) {
        this(size, size);
    }

    /** A log whose entries are others from a place on. */
    public TilesByDefinition(int size, int rewrittenFrom) {
        for (int i = 0; i < size; i++) {
            entries.add(((i < rewrittenFrom ? "entry " : "other ") + i).getBytes(StandardCharsets.UTF_8));
            leaves.add(Sha256.of(new byte[] {0}, entries.get(i)));
        }
    }

    public byte[] entry(int index) {
        return entries.get(index);
    }

    /** MTH(D[from:to]). */
    public byte[] mth(int from, int to) {
        if (to - from == 0) {
            return Sha256.of();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = 1;
        while (k * 2 < to - from) {
            k *= 2;
        }
        return Sha256.of(new byte[] {1}, mth(from, from + k), mth(from + k, to));
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
        int span = (int) Math.pow(256, tile.level());
        byte[] hashes = new byte[tile.width() * 32];
        for (int i = 0; i < tile.width(); i++) {
            int from = (int) (tile.index() * 256 + i) * span;
            if (from + span > leaves.size()) {
                return Optional.empty();
            }
            System.arraycopy(mth(from, from + span), 0, hashes, i * 32, 32);
        }
        return Optional.of(hashes);
    }
}
