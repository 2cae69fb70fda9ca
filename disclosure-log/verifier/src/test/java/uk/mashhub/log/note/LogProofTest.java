package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.log.Keys;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TilesByDefinition;

class LogProofTest {
    private static final int SIZE = 300;
    private static final int INDEX = 258;

    private final TilesByDefinition tiles = new TilesByDefinition(SIZE);
    private LogProof receipt;

    @BeforeEach
    void makesAReceipt() throws IOException {
        TileTree tree = new TileTree(tiles, SIZE);
        Keys keys = new Keys(6);
        NoteKey log = keys.log("mash.example.org/exampleshire");
        byte[] note = SignedNote.sign(new Checkpoint(log.name(), SIZE, tree.root()).text(), log, keys);
        receipt = new LogProof(
                Optional.of(new byte[] {1, 2}),
                INDEX,
                tree.inclusion(INDEX),
                SignedNote.read(note).orElseThrow());
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(LogProof.read(receipt.bytes())).contains(receipt);
        LogProof plain = new LogProof(Optional.empty(), INDEX, receipt.path(), receipt.checkpoint());
        assertThat(LogProof.read(plain.bytes())).contains(plain);
        assertThat(new String(plain.bytes(), StandardCharsets.UTF_8)).startsWith("c2sp.org/tlog-proof@v1\nindex 258\n");
    }

    @Test
    void showsThatItsEntryIsInTheTreeAndNoOther() {
        assertThat(receipt.includes(tiles.entry(INDEX))).isTrue();
        assertThat(receipt.includes(tiles.entry(INDEX + 1))).isFalse();
    }

    /** Size and origin are bound by the checkpoint's signature, not by the path. */
    @Test
    void includesNothingForAnyFlippedBitOfIndexPathOrRoot() {
        String text = new String(receipt.bytes(), StandardCharsets.UTF_8);
        int root = text.indexOf("\n300\n") + 5;
        assertNothingForFlips(text.indexOf("index"), text.indexOf("\n\n"));
        assertNothingForFlips(root, root + 44);
    }

    private void assertNothingForFlips(int from, int to) {
        for (int i = from; i < to; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = receipt.bytes();
                flipped[i] ^= (byte) (1 << bit);
                assertThat(LogProof.read(flipped).filter(proof -> proof.includes(tiles.entry(INDEX))))
                        .as("byte %d bit %d", i, bit)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            c2sp.org/tlog-proof@v1,        c2sp.org/tlog-proof@v2
            index 258,                     index 0258
            index 258,                     index +258
            index 258,                     index
            extra AQI=,                    extra AQJ=
            extra AQI=,                    extra
            """)
    void knowsNoOtherSpelling(String good, String bad) {
        String text = new String(receipt.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(good + "\n");
        byte[] changed = text.replace(good + "\n", bad + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(LogProof.read(changed)).isEmpty();
    }

    @Test
    void hasNoMoreHashesThanATreeIsHigh() {
        List<byte[]> path = java.util.Collections.nCopies(64, new byte[32]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogProof(Optional.empty(), 0, path, receipt.checkpoint()));
        String text = new String(receipt.bytes(), StandardCharsets.UTF_8);
        String hash = Base64Text.write(new byte[32]) + "\n";
        byte[] tooMany =
                text.replace("index 258\n", "index 258\n" + hash.repeat(64)).getBytes(StandardCharsets.UTF_8);
        assertThat(LogProof.read(tooMany)).isEmpty();
    }
}
