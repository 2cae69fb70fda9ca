package uk.mashhub.log.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of up to 256 hashes of one level of the tree, or of the entries below them (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes, each level above for the hashes of full tiles below, up to 7; {@link #ENTRIES} for a
 *     bundle of entries
 * @param index which tile of the level, from 0
 * @param width how many hashes or entries, 1 to 256; below 256 the tile is partial
 */
public record Tile(int level, long index, int width) {
    /** How many hashes a full tile has. */
    public static final int FULL = 256;

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** A level's hashes each stand for 256 times as many entries as those below. */
    static final int LEVEL_BITS = 8;

    static final int MAX_LEVEL = 7;

    private static final Pattern PATH = Pattern.compile(
            "tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile has this level, index or width");
        }
    }

    /**
     * The tile of a tree.
     *
     * @param size entries of the tree
     * @return empty if the tree has no such tile
     */
    public static Optional<Tile> of(int level, long index, long size) {
        long hashes = hashesAt(level, size);
        long full = hashes / FULL;
        int rest = (int) (hashes % FULL);
        if (index < 0 || index > full || (index == full && rest == 0)) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, index, index == full ? rest : FULL));
    }

    /** How many hashes a level has in all its tiles, or how many entries there are. */
    public static long hashesAt(int level, long size) {
        return level == ENTRIES ? size : size >> (LEVEL_BITS * level);
    }

    /** Reads a path; empty unless it is spelt as {@link #path()} spells it. */
    public static Optional<Tile> read(String path) {
        Matcher form = PATH.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        long index = Long.parseLong(form.group(2).replace("x", "").replace("/", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        return Optional.of(new Tile(level, index, width))
                .filter(tile -> tile.path().equals(path));
    }

    /** Below the log's prefix, such as {@code tile/0/x001/234.p/17}. */
    public String path() {
        StringBuilder number = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, String.format("x%03d/", rest % 1000));
        }
        String name = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + name + "/" + number + (isPartial() ? ".p/" + width : "");
    }

    /** Whether more may be added to it, under another name. */
    public boolean isPartial() {
        return width < FULL;
    }

    /** The tile of the same place that is full. */
    public Tile full() {
        return new Tile(level, index, FULL);
    }
}
