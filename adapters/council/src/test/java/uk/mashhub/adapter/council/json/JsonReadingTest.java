package uk.mashhub.adapter.council.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;

class JsonReadingTest {
    /** Well-formed by RFC 8259, refused by us: what cannot be stored, or reads in two ways. */
    private static final List<String> REFUSED_ON_PURPOSE =
            List.of("duplicated", "escaped_null", "null", "noncharacter");

    @Test
    void remembersTheLineOfEachValue() throws Unreadable {
        Json.Members form = (Json.Members) read("{\n \"a\": 1,\n \"b\": [\n  true]\n}");
        assertThat(form.values().get("a").line()).isEqualTo(2);
        Json.Elements list = (Json.Elements) form.values().get("b");
        assertThat(list.values().get(0).line()).isEqualTo(4);
    }

    @Test
    void refusesANameGivenTwice() {
        refuses("{\"a\": true,\n \"a\": false}", Fault.FORBIDDEN_CONSTRUCT, "line 2");
    }

    @Test
    void refusesANameGivenTwiceInAnotherSpelling() {
        refuses("{\"a\": true, \"\\u0061\": false}", Fault.FORBIDDEN_CONSTRUCT, "line 1");
    }

    @Test
    void refusesWhatCannotBeStored() {
        refuses("[\"\\u0000\"]", Fault.FORBIDDEN_CONSTRUCT, "line 1");
        refuses("[\"\\ud800\"]", Fault.FORBIDDEN_CONSTRUCT, "line 1");
    }

    @Test
    void refusesASecondValue() {
        refuses("{}\n{}", Fault.MALFORMED, "line 2");
    }

    @Test
    void refusesDepth() {
        refuses("[".repeat(25) + "]".repeat(25), Fault.TOO_LARGE, "whole message");
    }

    @Test
    void refusesOtherEncodings() {
        byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> JsonReading.read(utf16)).isInstanceOf(Unreadable.class);
        byte[] latin = "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> JsonReading.read(latin)).isInstanceOf(Unreadable.class);
    }

    @Test
    void readsPastAByteOrderMark() throws Unreadable {
        assertThat(read("\uFEFF{}")).isInstanceOf(Json.Members.class);
    }

    @Test
    void agreesWithTheJsonTestSuite() throws IOException {
        String shared = System.getenv("MASH_SHARED_DATA");
        Assumptions.assumeTrue(shared != null, "set MASH_SHARED_DATA to run the JSON test suite");
        try (Stream<Path> files = Files.list(Path.of(shared, "5-nasty/json-test-suite"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".json")).toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                check(file);
            }
        }
    }

    private static void check(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean read = reads(Files.readAllBytes(file));
        if (name.startsWith("n_")) {
            assertThat(read).as(name).isFalse();
        } else if (name.startsWith("y_") && REFUSED_ON_PURPOSE.stream().noneMatch(name::contains)) {
            assertThat(read).as(name).isTrue();
        }
    }

    private static boolean reads(byte[] text) {
        try {
            JsonReading.read(text);
            return true;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static void refuses(String text, Fault fault, String place) {
        Unreadable e = catchThrowableOfType(Unreadable.class, () -> read(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.fault()).isEqualTo(fault);
        assertThat(e.place()).isEqualTo(place);
    }

    private static Json read(String text) throws Unreadable {
        return JsonReading.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
