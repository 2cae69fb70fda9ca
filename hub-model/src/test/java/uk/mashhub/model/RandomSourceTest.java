package uk.mashhub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomSourceTest {
    /** RFC 9562 section 5.4: version 4, variant 10, everything else from the source. */
    @Test
    void makesVersionFourUuids() {
        for (long seed = 0; seed < 500; seed++) {
            UUID uuid = seeded(seed).uuid();
            assertThat(uuid.version()).as("seed %d", seed).isEqualTo(4);
            assertThat(uuid.variant()).as("seed %d", seed).isEqualTo(2);
            assertThat(seeded(seed).uuid()).as("seed %d", seed).isEqualTo(uuid);
        }
        assertThat(seeded(1).uuid()).isNotEqualTo(seeded(2).uuid());
    }

    @Test
    void usesAllBytesInOrder() {
        RandomSource counting = length -> {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 17);
            }
            return bytes;
        };
        assertThat(counting.uuid()).hasToString("00112233-4455-4677-8899-aabbccddeeff");
    }

    private static RandomSource seeded(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
