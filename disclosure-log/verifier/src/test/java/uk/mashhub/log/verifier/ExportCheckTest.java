package uk.mashhub.log.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.log.Keys;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.Sha256;
import uk.mashhub.log.tree.Tile;
import uk.mashhub.log.tree.TilesByDefinition;
import uk.mashhub.log.verifier.Exports.Ran;
import uk.mashhub.log.verifier.Report.Found;

class ExportCheckTest {
    @TempDir
    private Path dir;

    private TilesByDefinition exports(int size) throws IOException {
        TilesByDefinition tree = new TilesByDefinition(size);
        Exports.write(dir, tree, size);
        return tree;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 600, 66_100})
    void findsAnUntouchedExportGood(int size) throws IOException {
        exports(size);
        assertThat(ExportCheck.of(dir, Exports.THE_LOG))
                .isEqualTo(Report.good(size + " entries of mash.example.org/exampleshire, all as the log signed them")
                        .and("this export carries no heads of witnesses and no time tokens; that proves nothing about"
                                + " whether there are any"));
    }

    @Test
    void saysThatTheKeyIsForTheReaderToCompare() throws IOException {
        exports(3);
        assertThat(Ran.of(dir).code()).isZero();
        assertThat(Ran.of(dir).said())
                .contains("good: 3 entries")
                .contains("not checked: whether the key in vkey is the log's");
        assertThat(Ran.of(dir, "--vkey", Exports.LOG.vkey()).said()).doesNotContain("not checked");
    }

    /** Every bit of every entry and of every leaf hash: found, with the number of the entry. */
    @Test
    void namesTheEntryOfEveryFlippedBit() throws IOException {
        int size = 8;
        TilesByDefinition tree = exports(size);
        Path bundle = dir.resolve("tile/entries/000.p/8");
        byte[] entries = Files.readAllBytes(bundle);
        for (int entry = 0, at = 0; entry < size; entry++) {
            int end = at + 2 + tree.entry(entry).length;
            for (; at < end; at++) {
                assertEveryFlipNames(bundle, entries, at, "BAD: entry " + entry + " (tile/entries/000.p/8)");
            }
        }
        Path leaves = dir.resolve("tile/0/000.p/8");
        byte[] hashes = Files.readAllBytes(leaves);
        for (int at = 0; at < hashes.length; at++) {
            assertEveryFlipNames(leaves, hashes, at, "BAD: entry " + at / 32 + " (tile/entries/000.p/8)");
        }
    }

    private void assertEveryFlipNames(Path file, byte[] good, int at, String named) throws IOException {
        for (int bit = 0; bit < 8; bit++) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << bit);
            Files.write(file, flipped);
            Report report = ExportCheck.of(dir, Exports.THE_LOG);
            assertThat(report.words())
                    .as("%s byte %d bit %d", dir.relativize(file), at, bit)
                    .startsWith(named);
        }
        Files.write(file, good);
    }

    @ParameterizedTest
    @CsvSource({"checkpoint, BAD: checkpoint", "vkey, BAD: vkey", "tile/1/000.p/2, BAD: tile/1/000.p/2"})
    void namesTheFileOfEveryFlippedBitElsewhere(String file, String named) throws IOException {
        exports(520);
        byte[] good = Files.readAllBytes(dir.resolve(file));
        for (int at = 0; at < good.length; at++) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            Files.write(dir.resolve(file), flipped);
            Report report = ExportCheck.of(dir, Exports.NO_POLICY);
            assertThat(report.found()).isEqualTo(Found.BAD);
            assertThat(report.words()).as("%s byte %d", file, at).startsWith(named);
        }
    }

    @Test
    void namesTheEntriesUnderAHashOfAHigherLevel() throws IOException {
        exports(520);
        Path level = dir.resolve("tile/1/000.p/2");
        byte[] hashes = Files.readAllBytes(level);
        hashes[40] ^= 1;
        Files.write(level, hashes);
        assertThat(ExportCheck.of(dir, Exports.THE_LOG).words())
                .startsWith("BAD: tile/1/000.p/2: hash 1 is not over entries 256 to 511");
    }

    @Test
    void findsEntriesChangedTogetherWithTheirLeaves() throws IOException {
        TilesByDefinition tree = exports(300);
        forge(tree, new Tile(Tile.ENTRIES, 0, 256), 17);
        assertThat(ExportCheck.of(dir, Exports.THE_LOG).words())
                .startsWith("BAD: tile/1/000.p/1: hash 0 is not over entries 0 to 255");

        Exports.write(dir, tree, 300);
        forge(tree, new Tile(Tile.ENTRIES, 1, 44), 17);
        assertThat(ExportCheck.of(dir, Exports.THE_LOG).words())
                .isEqualTo("BAD: checkpoint: its root is not over these 300 entries");
    }

    /** Another entry of the same length, and its own true leaf hash. */
    private void forge(TilesByDefinition tree, Tile bundle, int place) throws IOException {
        byte[] entries = Exports.bundle(tree, bundle);
        byte[] entry = tree.entry((int) bundle.index() * 256 + place);
        int at = new String(entries, StandardCharsets.ISO_8859_1)
                .indexOf(new String(entry, StandardCharsets.ISO_8859_1) + "\0");
        entries[at] ^= 1;
        Files.write(dir.resolve(bundle.path()), entries);
        byte[] forged = entry.clone();
        forged[0] ^= 1;
        Tile leaves = new Tile(0, bundle.index(), bundle.width());
        byte[] hashes = Files.readAllBytes(dir.resolve(leaves.path()));
        System.arraycopy(Sha256.of(new byte[] {0}, forged), 0, hashes, place * 32, 32);
        Files.write(dir.resolve(leaves.path()), hashes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"checkpoint", "vkey", "tile/0/000", "tile/0/001.p/44", "tile/entries/000", "tile/1/000.p/1"})
    void findsEveryFileCutShortLengthenedOrMissing(String file) throws IOException {
        exports(300);
        byte[] good = Files.readAllBytes(dir.resolve(file));
        for (int length = 0; length < good.length; length += 1 + good.length / 40) {
            Files.write(dir.resolve(file), Arrays.copyOf(good, length));
            assertThat(ExportCheck.of(dir, Exports.NO_POLICY).found())
                    .as("%s cut to %d", file, length)
                    .isEqualTo(Found.BAD);
        }
        Files.write(dir.resolve(file), Arrays.copyOf(good, good.length + 1));
        assertThat(ExportCheck.of(dir, Exports.NO_POLICY).found()).isEqualTo(Found.BAD);
        Files.delete(dir.resolve(file));
        assertThat(ExportCheck.of(dir, Exports.NO_POLICY).words()).isEqualTo("BAD: " + file + ": is missing");
    }

    @Test
    void saysThatItDidNotCheckWhatIsNoPartOfTheLog() throws IOException {
        exports(5);
        Exports.put(dir.resolve("letter from\na person.txt"), new byte[] {1});
        assertThat(Ran.of(dir))
                .isEqualTo(new Ran(
                        3,
                        "not checked: the file letter?from?a?person.txt, which is no part of"
                                + " this log; the 5 entries are good\n"));
        Files.delete(dir.resolve("letter from\na person.txt"));
        Exports.put(dir.resolve("tile/0/000.p/4"), new byte[] {1});
        assertThat(Ran.of(dir).code()).isEqualTo(3);
    }

    @Test
    void findsALogWrittenAgainUnderAnotherKey() throws IOException {
        TilesByDefinition tree = exports(5);
        Keys forger = new Keys(31);
        Exports.put(
                dir.resolve("vkey"), (forger.log(Exports.LOG.name()).vkey() + "\n").getBytes(StandardCharsets.UTF_8));
        String text = SignedNote.read(Exports.checkpoint(tree, 5)).orElseThrow().text();
        Exports.put(dir.resolve("checkpoint"), SignedNote.sign(text, forger.log(Exports.LOG.name()), forger));

        assertThat(ExportCheck.of(dir, Exports.NO_POLICY).found()).isEqualTo(Found.GOOD);
        assertThat(ExportCheck.of(dir, Exports.THE_LOG).words())
                .isEqualTo("BAD: vkey: is not a key that the policy trusts");
    }
}
