package uk.mashhub.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    private static final List<byte[]> ENTRIES = List.of(utf8("one"), utf8(""), new byte[EntryBundle.MAX_ENTRY]);

    @Test
    void writesEachEntryBehindItsLength() {
        assertThat(EntryBundle.write(List.of(utf8("one"), utf8("two"))))
                .isEqualTo(HexFormat.of().parseHex("00036f6e65000374776f"));
    }

    @Test
    void readsWhatItWrote() {
        assertThat(EntryBundle.read(EntryBundle.write(ENTRIES)).orElseThrow())
                .usingElementComparator(Arrays::compare)
                .isEqualTo(ENTRIES);
        assertThat(EntryBundle.read(new byte[0]))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
    }

    @Test
    void refusesABundleThatEndsInsideAnEntry() {
        byte[] bundle = EntryBundle.write(List.of(utf8("one"), utf8("two")));
        for (int length = 0; length < bundle.length; length++) {
            assertThat(EntryBundle.read(Arrays.copyOf(bundle, length)).isPresent())
                    .as("cut to %d", length)
                    .isEqualTo(length == 0 || length == 5);
        }
        assertThat(EntryBundle.begun(Arrays.copyOf(bundle, 9))).hasSize(1);
    }

    @Test
    void refusesAnEntryWhoseLengthDoesNotFit() {
        byte[] tooLong = new byte[EntryBundle.MAX_ENTRY + 1];
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.write(List.of(tooLong)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
