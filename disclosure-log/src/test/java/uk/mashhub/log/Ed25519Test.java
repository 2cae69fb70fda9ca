package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ed25519Test {
    @Test
    void signsTestTwoOfRfc8032Section71() {
        Ed25519Signer signer =
                new Ed25519Signer(hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        byte[] signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

        assertThat(signer.publicKey())
                .isEqualTo(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        assertThat(signer.sign(hex("72"))).isEqualTo(signature);
        assertThat(new Ed25519Verifier(signer.publicKey()).verify(hex("72"), signature))
                .isTrue();
    }

    @Test
    void agreesWithEveryWycheproofVector() {
        JsonNode vectors = JsonMapper.shared()
                .readTree(SharedVectors.folder("wycheproof")
                        .resolve("ed25519_test.json")
                        .toFile());
        int checked = 0;
        for (JsonNode group : vectors.get("testGroups")) {
            Verifier verifier =
                    new Ed25519Verifier(hex(group.get("publicKey").get("pk").asString()));
            for (JsonNode vector : group.get("tests")) {
                assertThat(verifier.verify(text(vector, "msg"), text(vector, "sig")))
                        .as("wycheproof ed25519 tcId %s", vector.get("tcId"))
                        .isEqualTo(vector.get("result").asString().equals("valid"));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(vectors.get("numberOfTests").asInt());
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ed25519Signer(new byte[31]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ed25519Verifier(new byte[31]));
        // The neutral element: a signature of zeros would be valid for every message.
        assertThatIllegalArgumentException().isThrownBy(() -> new Ed25519Verifier(hex("01" + "00".repeat(31))));
        // A point of order 8.
        byte[] small = hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ed25519Verifier(small));
    }

    private static byte[] text(JsonNode vector, String member) {
        return hex(vector.get(member).asString());
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
