package uk.mashhub.adapter.police.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonShapeTest {
    private static JsonShape shape(String json) throws WrongShape {
        return JsonShape.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatIsThereAndTakesNullForAbsent() throws WrongShape {
        JsonShape json = shape("{\"a\":\"x\",\"b\":null,\"c\":[\"y\"],\"d\":{\"e\":true},\"f\":\"2026-03-02\"}");
        assertThat(json.text("a")).isEqualTo("x");
        assertThat(json.text("b")).isEmpty();
        assertThat(json.texts("c")).containsExactly("y");
        assertThat(json.object("d").orElseThrow().yesOrNo("e")).isTrue();
        assertThat(json.day("f")).isPresent();
        assertThat(json.unasked()).isEmpty();
    }

    @Test
    void tellsWhatNobodyAskedForAtAnyDepth() throws WrongShape {
        JsonShape json = shape("{\"a\":\"x\",\"secretive\":1,\"p\":{\"q\":\"r\",\"hidden\":true}}");
        json.text("a");
        json.object("p").orElseThrow().text("q");
        assertThat(json.unasked()).containsExactly("secretive", "hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"d\":\"2026-13-02\"}",
                "{\"d\":\"2026-03-02T00:00:00Z\"}",
                "{\"d\":\"+99999999-01-01\"}",
                "{\"d\":20260302}",
                "{\"d\":{}}"
            })
    void refusesADayThatIsNone(String json) {
        assertThatThrownBy(() -> shape(json).day("d"))
                .isInstanceOf(WrongShape.class)
                .hasMessageContaining("/d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"n\":-1}", "{\"n\":1.5}", "{\"n\":99999999999}", "{\"n\":\"1\"}"})
    void refusesANumberThatIsNone(String json) {
        assertThatThrownBy(() -> shape(json).number("n")).isInstanceOf(WrongShape.class);
    }

    @Test
    void repeatsNoValue() {
        assertThatThrownBy(() -> shape("{\"d\":\"Okonkwo\"}").day("d")).hasMessageNotContaining("Okonkwo");
        assertThatThrownBy(() -> shape("{\"d\":Okonkwo}")).hasMessageNotContaining("Okonkwo");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> shape(deep)).isInstanceOf(WrongShape.class);
    }

    @Test
    void refusesWhatTheJsonTestSuiteCallsInvalid() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        assumeTrue(shared != null, "set MASH_SHARED_DATA to run this test");
        try (Stream<Path> files = Files.list(Path.of(shared, "5-nasty", "json-test-suite"))) {
            List<Path> invalid = files.filter(f -> f.getFileName().toString().startsWith("n_"))
                    .toList();
            assertThat(invalid).hasSizeGreaterThan(50);
            for (Path file : invalid) {
                byte[] bytes = Files.readAllBytes(file);
                assertThatThrownBy(() -> JsonShape.parse(bytes))
                        .as(file.getFileName().toString())
                        .isInstanceOf(WrongShape.class);
            }
        }
    }
}
