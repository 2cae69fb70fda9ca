package uk.mashhub.log.tree;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries one after the other, each behind its length in 16 bits, big-endian (C2SP tlog-tiles, 'Log entries'). */
public final class EntryBundle {
    /** The longest entry, in bytes. */
    public static final int MAX_ENTRY = 65_535;

    /** The longest bundle, in bytes. */
    public static final int MAX_BYTES = Tile.FULL * (2 + MAX_ENTRY);

    private EntryBundle() {}

    /**
     * The bytes of a bundle.
     *
     * @throws IllegalArgumentException if an entry is too long
     */
    public static byte[] write(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException("an entry has at most " + MAX_ENTRY + " bytes");
            }
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** The entries of a bundle; empty if it ends inside one. */
    public static Optional<List<byte[]>> read(byte[] bundle) {
        List<byte[]> entries = begun(bundle);
        long bytes = entries.stream().mapToLong(entry -> 2L + entry.length).sum();
        return bytes == bundle.length ? Optional.of(entries) : Optional.empty();
    }

    /** The entries that the bundle holds whole, up to the first that it does not. */
    public static List<byte[]> begun(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.remaining() >= 2) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                break;
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
