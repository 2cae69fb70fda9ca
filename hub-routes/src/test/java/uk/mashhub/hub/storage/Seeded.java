package uk.mashhub.hub.storage;

import java.util.Random;
import uk.mashhub.model.RandomSource;

/** Random bytes that are the same in every run. */
public final class Seeded {
    private Seeded() {}

    /** Bytes from a seed. */
    public static RandomSource source(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
