package uk.mashhub.model;

import java.util.UUID;

/** Where random bytes come from. It is passed in, so that tests and replays are reproducible. */
@FunctionalInterface
public interface RandomSource {
    /**
     * Fresh random bytes.
     *
     * @param length how many, at least 1
     */
    byte[] bytes(int length);

    /** A version 4 UUID (RFC 9562 section 5.4). */
    default UUID uuid() {
        byte[] b = bytes(16);
        b[6] = (byte) ((b[6] & 0x0f) | 0x40);
        b[8] = (byte) ((b[8] & 0x3f) | 0x80);
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = (high << 8) | (b[i] & 0xff);
            low = (low << 8) | (b[i + 8] & 0xff);
        }
        return new UUID(high, low);
    }
}
