package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @Test
    void writesTheExampleOfRfc8785Section322() {
        String given = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""";
        assertThat(text(CanonicalJson.ofText(given)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsNamesByUtf16UnitsAsRfc8785Section323() {
        String given =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        assertThat(text(CanonicalJson.ofText(given)))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays.json", "french.json", "structures.json"})
    void matchesThePublishedVectors(String file) throws IOException {
        Path jcs = SharedVectors.folder("jcs");
        byte[] canonical =
                CanonicalJson.ofText(Files.readString(jcs.resolve("input").resolve(file)));
        assertThat(text(canonical))
                .isEqualTo(Files.readString(jcs.resolve("output").resolve(file)).strip());
        assertThat(CanonicalJson.isCanonical(canonical)).isTrue();
    }

    @Test
    void doesNotDependOnTheOrderOfAMap() {
        long seed = 8785;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                names.add(Character.toString(0x20 + random.nextInt(0xd000)) + i);
            }
            Map<String, Object> one = new LinkedHashMap<>();
            names.forEach(name -> one.put(name, Map.of("n", name.length(), "t", name)));
            Collections.shuffle(names, random);
            Map<String, Object> other = new LinkedHashMap<>();
            names.forEach(name -> other.put(name, Map.of("t", name, "n", name.length())));
            byte[] canonical = CanonicalJson.of(one);
            assertThat(CanonicalJson.of(other))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(canonical);
            assertThat(CanonicalJson.isCanonical(canonical)).isTrue();
        }
    }

    @Test
    void writesEveryCharacterAndNumberAsTheLibraryReadsThem() {
        long seed = 32;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 12; i++) {
                text.appendCodePoint(
                        random.nextBoolean() ? random.nextInt(0x80) : 0xe000 + random.nextInt(0x110000 - 0xe000));
            }
            Map<String, Object> object = Map.of(
                    text.toString(),
                    List.of(text.reverse().toString(), random.nextLong() >> 11, true),
                    "d",
                    random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30),
                    "n",
                    -random.nextInt());
            assertThat(CanonicalJson.isCanonical(CanonicalJson.of(object)))
                    .as("seed %d, round %d", seed, round)
                    .isTrue();
        }
    }

    @Test
    void refusesATextThatIsNoUnicode() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("a", "\ud800")));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("\udc00", "a")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "{",
                "{}{}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":1}",
                "[NaN]",
                "{\"a\":\"\\ud800\"}",
                "{a:1}",
                "{\"a\":\"\t\"}"
            })
    void refusesWhatIsNotIJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.ofText(text));
        assertThat(CanonicalJson.isCanonical(Drafts.utf8(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ }", "{\"b\":1,\"a\":1}", "{\"a\":1.0}", "{\"a\":\"\\u0041\"}", "{}\n", "[1e0]"})
    void tellsJsonThatIsNotCanonical(String text) {
        assertThat(CanonicalJson.isCanonical(Drafts.utf8(text))).isFalse();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(CanonicalJson.isCanonical(new byte[] {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'}))
                .isFalse();
    }

    @Test
    void refusesToNestWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.ofText("[".repeat(60_000)));
        assertThat(CanonicalJson.isCanonical(Drafts.utf8("{\"a\":".repeat(30_000))))
                .isFalse();
        assertThat(CanonicalJson.isCanonical(Drafts.utf8("[".repeat(64) + "]".repeat(64))))
                .isTrue();
    }

    @Test
    void refusesNumbersThatWouldLoseDigits() {
        long largest = (1L << 53) - 1;
        assertThat(text(CanonicalJson.of(Map.of("n", largest)))).isEqualTo("{\"n\":9007199254740991}");
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("n", largest + 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(Map.of("n", Double.NaN)));
    }

    @Test
    void repeatsNothingOfWhatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.ofText("{\"Maya Okonkwo-Test\":1,\"Maya Okonkwo-Test\":2}"))
                .withMessageNotContaining("Maya")
                .withNoCause();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
