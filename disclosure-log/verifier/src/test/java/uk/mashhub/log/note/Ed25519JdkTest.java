package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.log.Keys;
import uk.mashhub.log.SharedVectors;

class Ed25519JdkTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void answersEveryWycheproofVectorAsPublished() throws IOException {
        JsonNode all = new JsonMapper()
                .readTree(SharedVectors.folder("wycheproof")
                        .resolve("ed25519_test.json")
                        .toFile());
        int asked = 0;
        for (JsonNode group : all.path("testGroups")) {
            byte[] key = HEX.parseHex(group.path("publicKey").path("pk").asString());
            for (JsonNode vector : group.path("tests")) {
                byte[] message = HEX.parseHex(vector.path("msg").asString());
                byte[] signature = HEX.parseHex(vector.path("sig").asString());
                assertThat(Ed25519Jdk.verifies(key, message, signature))
                        .as("%s", vector.path("tcId"))
                        .isEqualTo(vector.path("result").asString().equals("valid"));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(100);
    }

    /** Under the neutral point, a signature of the neutral point and zero fits every message. */
    @Test
    void refusesKeysUnderWhichOneSignatureFitsAll() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        byte[] signature = new byte[64];
        signature[0] = 1;

        assertThat(Ed25519Jdk.verifies(neutral, new byte[] {1}, signature)).isFalse();
        neutral[31] = (byte) 0x80;
        assertThat(Ed25519Jdk.verifies(neutral, new byte[] {1}, signature)).isFalse();
    }

    @Test
    void findsKeysAndSignaturesOfAnotherLengthWrong() {
        Keys keys = new Keys(3);
        byte[] message = {1, 2, 3};
        byte[] signature = keys.sign(message);

        assertThat(Ed25519Jdk.verifies(keys.publicKey(), message, signature)).isTrue();
        assertThat(Ed25519Jdk.verifies(new byte[31], message, signature)).isFalse();
        assertThat(Ed25519Jdk.verifies(keys.publicKey(), message, new byte[63])).isFalse();
        assertThat(Ed25519Jdk.verifies(keys.publicKey(), message, new byte[65])).isFalse();
    }
}
