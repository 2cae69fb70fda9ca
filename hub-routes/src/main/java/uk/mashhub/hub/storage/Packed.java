package uk.mashhub.hub.storage;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Long text that repeats itself, packed before it is sealed (RFC 1950): what is sealed no database can pack. For traces alone: what
 * stands at a reader's door keeps the size that it has.
 */
final class Packed {
    /** Of every zlib stream with a window of 32 KB, and of no JSON text: what former releases kept is JSON as it is. */
    private static final byte ZLIB = 0x78;

    private static final int CHUNK = 16_384;

    private Packed() {}

    static byte[] pack(byte[] text) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(text);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(text.length / 4 + 64);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * The text of what {@link #pack} made, or of what was never packed.
     *
     * @param kept authentic: it was sealed
     * @throws VaultBroken if it is neither
     */
    static byte[] open(byte[] kept) {
        if (kept.length == 0 || kept[0] != ZLIB) {
            return kept;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(kept);
            ByteArrayOutputStream text = new ByteArrayOutputStream(kept.length * 4);
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 && !inflater.finished()) {
                    throw new VaultBroken("packed text");
                }
                text.write(chunk, 0, read);
            }
            return text.toByteArray();
        } catch (DataFormatException e) {
            throw new VaultBroken("packed text");
        } finally {
            inflater.end();
        }
    }
}
