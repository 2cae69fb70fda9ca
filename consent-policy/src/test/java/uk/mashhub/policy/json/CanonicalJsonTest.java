package uk.mashhub.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void writesWhatAnotherCanonicalizerWrites() throws IOException {
        for (long seed = 1; seed <= 500; seed++) {
            byte[] ours = CanonicalJson.of(Json.rows(List.of(random(new Random(seed), 3))))
                    .bytes();
            byte[] theirs = new JsonCanonicalizer(ours).getEncodedUTF8();
            assertThat(new String(ours, StandardCharsets.UTF_8))
                    .as("seed " + seed)
                    .isEqualTo(new String(theirs, StandardCharsets.UTF_8));
        }
    }

    @Test
    void sortsKeysByUtf16AsTheStandardsExampleDoes() {
        Json json = Json.object()
                .put("\u20ac", "Euro Sign")
                .put("\r", "Carriage Return")
                .put("\ufb33", "Hebrew Letter Dalet With Dagesh")
                .put("1", "One")
                .put("\ud83d\ude00", "Emoji: Grinning Face")
                .put("\u0080", "Control")
                .put("\u00f6", "Latin Small Letter O With Diaeresis")
                .done();
        assertThat(text(json))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void replacesHalfASurrogatePair() {
        assertThat(text(Json.text("a\ud83d"))).isEqualTo("\"a\ufffd\"");
        assertThat(text(Json.text("\ude00b"))).isEqualTo("\"\ufffdb\"");
    }

    @Test
    void remembersWhereCommittedObjectsStand() {
        Json line = Json.object().put("a", "\u20ac").line();
        Json all = Json.object()
                .put("first", "x")
                .put(
                        "lines",
                        Json.rows(List.of(line, Json.object().put("b", "y").done())))
                .done();
        CanonicalJson written = CanonicalJson.of(all);
        assertThat(written.spans()).hasSize(1);
        CanonicalJson.Span span = written.spans().get(0);
        assertThat(new String(written.bytes(), span.start(), span.length(), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"\u20ac\"}");
    }

    private static String text(Json json) {
        return new String(CanonicalJson.of(json).bytes(), StandardCharsets.UTF_8);
    }

    private static Json random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> Json.text(word(random));
            case 1 -> Json.truth(random.nextBoolean());
            case 2 -> Json.text("");
            case 3 -> {
                List<Json> rows = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    rows.add(random(random, depth - 1));
                }
                yield Json.rows(rows);
            }
            default -> {
                Json.Builder fields = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.put(word(random), random(random, depth - 1));
                }
                yield depth == 3
                        ? fields.line()
                        : fields.put("n", Json.nothing()).done();
            }
        };
    }

    private static String word(Random random) {
        int[] points = {'a', 'Z', '"', '\\', '/', 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1f, 0x7f, 0xe9, 0x20ac, 0x1f600, '<'};
        StringBuilder s = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            s.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return s.toString();
    }
}
