package uk.mashhub.match;

import java.util.Arrays;

/**
 * Which places stand under which 64-bit keys: open addressing and chains in arrays, some 25 bytes for a key, because an
 * index of a million people has ten million. Not safe for use by several threads.
 */
public final class KeyTable {
    /** No key stands here. */
    private static final int NONE = -1;

    /** A key stands here and nothing under it. */
    private static final int EMPTY = -2;

    private static final double FULL = 0.6;

    private long[] keys = new long[64];
    private int[] heads = filled(64);
    private int[] places = new int[64];
    private int[] next = new int[64];
    private int used;
    private int entries;

    /** Takes the places under a key. */
    public interface PlaceReader {
        void place(int place);
    }

    /** Enters a place under a key, once however often it is entered. */
    public void add(long key, int place) {
        int slot = slot(keys, heads, key);
        for (int at = heads[slot]; at >= 0; at = next[at]) {
            if (places[at] == place) {
                return;
            }
        }
        if (heads[slot] == NONE && ++used > keys.length * FULL) {
            grow();
            slot = slot(keys, heads, key);
        }
        if (entries == places.length) {
            places = Arrays.copyOf(places, entries * 2);
            next = Arrays.copyOf(next, entries * 2);
        }
        places[entries] = place;
        next[entries] = heads[slot];
        keys[slot] = key;
        heads[slot] = entries++;
    }

    /** Takes a place away from a key. */
    void remove(long key, int place) {
        int slot = slot(keys, heads, key);
        int before = NONE;
        for (int at = heads[slot]; at >= 0; at = next[at]) {
            if (places[at] == place) {
                if (before >= 0) {
                    next[before] = next[at];
                } else {
                    heads[slot] = next[at] >= 0 ? next[at] : EMPTY;
                }
                return;
            }
            before = at;
        }
    }

    /** Whether more than so many places stand under a key; if not, each is read. */
    public boolean crowded(long key, int most, PlaceReader reader) {
        int head = heads[slot(keys, heads, key)];
        int count = 0;
        for (int at = head; at >= 0; at = next[at]) {
            if (++count > most) {
                return true;
            }
        }
        for (int at = head; at >= 0; at = next[at]) {
            reader.place(places[at]);
        }
        return false;
    }

    private void grow() {
        long[] wider = new long[keys.length * 2];
        int[] moved = filled(wider.length);
        for (int i = 0; i < keys.length; i++) {
            if (heads[i] != NONE) {
                int slot = slot(wider, moved, keys[i]);
                wider[slot] = keys[i];
                moved[slot] = heads[i];
            }
        }
        keys = wider;
        heads = moved;
    }

    /** The slot of a key, or the empty one where it belongs. The keys are HMACs: their low bits are spread well. */
    private static int slot(long[] keys, int[] heads, long key) {
        int slot = (int) key & (keys.length - 1);
        while (heads[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static int[] filled(int size) {
        int[] heads = new int[size];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
