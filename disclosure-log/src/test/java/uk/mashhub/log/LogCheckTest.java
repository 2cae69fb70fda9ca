package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCheckTest {
    private static final int ENTRIES = 4;

    @TempDir
    private Path dir;

    private final LogRoom room = new LogRoom(5);

    @BeforeEach
    void writesAnExport() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            room.log().append(i % 2 == 0 ? Drafts.aDisclosureOfLines(i) : Drafts.aDecision(Drafts.utf8("{}")));
        }
        new LogExport(room.key, room.signer).write(dir, room.store.inOrder());
    }

    @Test
    void findsAnUntouchedExportGood() {
        assertThat(LogCheck.of(dir)).isEqualTo(new CheckResult(Optional.empty(), ENTRIES));
        assertThat(LogCheck.of(dir, room.key).good()).isTrue();
    }

    @Test
    void findsAnExportOfNothingGood() throws IOException {
        new LogExport(room.key, room.signer).write(dir, Stream.empty());
        assertThat(LogCheck.of(dir).good()).isTrue();
    }

    /** Every byte of the export, each with one of its bits turned: found, and named by its file and line. */
    @ParameterizedTest
    @ValueSource(strings = {"entries.jsonl", "promises.jsonl", "checkpoint", "vkey"})
    void findsAndNamesEveryFlippedByte(String file) throws IOException {
        byte[] good = Files.readAllBytes(dir.resolve(file));
        int line = 1;
        for (int i = 0; i < good.length; i++) {
            String place = file.endsWith(".jsonl") ? file + " line " + line : file;
            byte[] flipped = good.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            assertBad(file, flipped, place, i);
            line += good[i] == '\n' ? 1 : 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries.jsonl", "promises.jsonl", "checkpoint", "vkey"})
    void findsALineBrokenInTwoAndTwoLinesMadeOne(String file) throws IOException {
        byte[] good = Files.readAllBytes(dir.resolve(file));
        int line = 1;
        for (int i = 0; i < good.length; i++) {
            boolean atBreak = good[i] == '\n';
            if (atBreak || i % 16 == 0) {
                byte[] changed = good.clone();
                changed[i] = (byte) (atBreak ? ' ' : '\n');
                assertBad(file, changed, file.endsWith(".jsonl") ? file + " line " + line : file, i);
            }
            line += atBreak ? 1 : 0;
        }
    }

    private void assertBad(String file, byte[] content, String place, int at) throws IOException {
        Files.write(dir.resolve(file), content);
        assertThat(LogCheck.of(dir).fault().map(CheckResult.Fault::where))
                .as("%s byte %d", file, at)
                .contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries.jsonl", "promises.jsonl", "checkpoint", "vkey"})
    void findsEveryFileCutShortOrMissing(String file) throws IOException {
        byte[] good = Files.readAllBytes(dir.resolve(file));
        for (int length = 0; length < good.length; length += 13) {
            Files.write(dir.resolve(file), Arrays.copyOf(good, length));
            assertThat(LogCheck.of(dir).good()).as("%s cut to %d", file, length).isFalse();
        }
        Files.delete(dir.resolve(file));
        assertThat(LogCheck.of(dir).good()).isFalse();
    }

    @Test
    void findsEntriesLeftOutAndEntriesInAnotherOrder() throws IOException {
        List<String> entries = Files.readAllLines(dir.resolve("entries.jsonl"));
        List<String> promises = Files.readAllLines(dir.resolve("promises.jsonl"));

        Files.write(dir.resolve("entries.jsonl"), entries.subList(0, 3));
        Files.write(dir.resolve("promises.jsonl"), promises.subList(0, 3));
        assertThat(LogCheck.of(dir).fault())
                .hasValueSatisfying(
                        fault -> assertThat(fault).hasToString("checkpoint: is over 4 entries, and there are 3"));

        Collections.swap(entries, 1, 2);
        Collections.swap(promises, 1, 2);
        Files.write(dir.resolve("entries.jsonl"), entries);
        Files.write(dir.resolve("promises.jsonl"), promises);
        assertThat(LogCheck.of(dir).fault().map(CheckResult.Fault::where)).contains("checkpoint");
    }

    @Test
    void findsAnEntryWithoutPromiseAndAPromiseWithoutEntry() throws IOException {
        List<String> entries = Files.readAllLines(dir.resolve("entries.jsonl"));
        List<String> promises = Files.readAllLines(dir.resolve("promises.jsonl"));

        Files.write(dir.resolve("promises.jsonl"), promises.subList(0, 3));
        assertThat(LogCheck.of(dir).fault().map(CheckResult.Fault::where)).contains("promises.jsonl line 4");

        Files.write(dir.resolve("promises.jsonl"), promises);
        Files.write(dir.resolve("entries.jsonl"), entries.subList(0, 3));
        assertThat(LogCheck.of(dir).fault().map(CheckResult.Fault::where)).contains("entries.jsonl line 4");
    }

    @Test
    void findsALogWrittenAgainUnderAnotherKey() throws IOException {
        LogRoom forger = new LogRoom(6);
        forger.log().append(Drafts.aDisclosureOfLines(1));
        new LogExport(forger.key, forger.signer).write(dir, forger.store.inOrder());

        assertThat(LogCheck.of(dir).good()).isTrue();
        assertThat(LogCheck.of(dir, room.key).fault().map(CheckResult.Fault::where))
                .contains("vkey");
    }

    @Test
    void saysInWordsAndByExitCodeWhatItFound() throws IOException {
        assertThat(LogCheckMainRun.of(dir.toString())).isEqualTo(new LogCheckMainRun(0, "good: 4 entries"));
        assertThat(LogCheckMainRun.of(dir.toString(), room.key.vkey()).code()).isZero();
        assertThat(LogCheckMainRun.of().code()).isEqualTo(2);
        assertThat(LogCheckMainRun.of(dir.toString(), "nonsense").code()).isEqualTo(2);

        Path entries = dir.resolve("entries.jsonl");
        Files.writeString(entries, Files.readString(entries).replaceFirst("WITHHOLD", "SHOW"));
        assertThat(LogCheckMainRun.of(dir.toString())).isEqualTo(new LogCheckMainRun(1, "BAD: entries.jsonl line 2"));
    }

    /** An exit code, and the first words up to the comma or the second colon. */
    private record LogCheckMainRun(int code, String words) {
        static LogCheckMainRun of(String... arguments) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int code = LogCheckMain.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            String said = bytes.toString(StandardCharsets.UTF_8);
            return new LogCheckMainRun(code, said.split("(,|(?<=[0-9]):)", 2)[0]);
        }
    }
}
