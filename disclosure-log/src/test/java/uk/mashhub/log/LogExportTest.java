package uk.mashhub.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.EntryBundle;
import uk.mashhub.log.verifier.ExportCheck;
import uk.mashhub.log.verifier.OpeningCheck;
import uk.mashhub.log.verifier.PromiseCheck;
import uk.mashhub.log.verifier.Report;
import uk.mashhub.log.verifier.Report.Found;
import uk.mashhub.log.verifier.Trust;

/** What the log writes, checked by the verifier that knows nothing of it. */
class LogExportTest {
    private static final int ENTRIES = 5;

    @TempDir
    private Path dir;

    private final LogRoom room = new LogRoom(5);
    private final List<Logged> logged = new ArrayList<>();
    private final Trust trust = new Trust(Optional.of(TrustPolicy.ofLog(room.key)), NoteAlgorithms.ofJdk());
    private Path export;

    @BeforeEach
    void writesAnExport() throws IOException {
        for (int i = 0; i < ENTRIES; i++) {
            logged.add(
                    room.log().append(i % 2 == 0 ? Drafts.aDisclosureOfLines(i) : Drafts.aDecision(Drafts.utf8("{}"))));
        }
        export = dir.resolve("log");
        write();
    }

    private void write() throws IOException {
        room.sequence();
        new LogExport(room.key).write(export, room.tree);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes);
    }

    @Test
    void isFoundGood() {
        assertThat(ExportCheck.of(export, trust).words())
                .startsWith("good: 5 entries of mash.example.org/exampleshire");
    }

    @Test
    void holdsEveryEntryInOrder() throws IOException {
        List<byte[]> entries = EntryBundle.read(Files.readAllBytes(export.resolve("tile/entries/000.p/5")))
                .orElseThrow();
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(entries.get(i)).isEqualTo(logged.get(i).entry());
        }
    }

    @Test
    void isFoundBadWhicheverFileIsChanged() throws IOException {
        try (Stream<Path> files = Files.walk(export).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                byte[] good = Files.readAllBytes(file);
                for (int at = 0; at < good.length; at += 5) {
                    byte[] flipped = good.clone();
                    flipped[at] ^= (byte) (1 << (at % 8));
                    Files.write(file, flipped);
                    assertThat(ExportCheck.of(export, trust).found())
                            .as("%s byte %d", file, at)
                            .isEqualTo(Found.BAD);
                }
                Files.write(file, good);
            }
        }
    }

    @Test
    void carriesWhatOthersHaveSaidOfTheLog() throws IOException {
        byte[] early = room.tree.newestHead().orElseThrow();
        room.log().append(Drafts.aDisclosureOfLines(1));
        room.sequence();
        byte[] note = room.tree.newestHead().orElseThrow();
        Vouched stamped = new Vouched(ENTRIES, early, Optional.of(new byte[] {48}));
        Vouched later = new Vouched(7, early, Optional.empty());
        new LogExport(room.key).write(export, room.tree, note, List.of(stamped, later));
        assertThat(ExportCheck.of(export, trust).more())
                .singleElement()
                .asString()
                .contains("1 time tokens");
        assertThat(export.resolve("heads/7"))
                .as("of more entries than the export")
                .doesNotExist();

        assertThatThrownBy(() -> new LogExport(room.key)
                        .write(export, room.tree, note, List.of(new Vouched(4, early, Optional.empty()))))
                .isInstanceOf(LogBroken.class);
        assertThat(ExportCheck.of(export, trust).words()).isEqualTo("BAD: checkpoint: is missing");
        new LogExport(room.key).write(export, room.tree, note);
        assertThat(ExportCheck.of(export, trust).more())
                .singleElement()
                .asString()
                .startsWith("this export carries no heads of witnesses");
        assertThat(export.resolve("time/5.tsr")).doesNotExist();
    }

    @Test
    void takesThePlaceOfAnEarlierOne() throws IOException {
        room.log().append(Drafts.aDisclosureOfLines(1));
        write();
        assertThat(ExportCheck.of(export, trust).words()).startsWith("good: 6 entries");
        assertThat(export.resolve("tile/0/000.p/5")).doesNotExist();

        new LogExport(room.key).write(export, room.treeOf(room.store.inOrder().limit(2)));
        assertThat(ExportCheck.of(export, trust).words()).startsWith("good: 2 entries");
    }

    @Test
    void leavesNoCheckpointOverEntriesThatAreNotThere() throws IOException {
        // As if the last entry had been lost since the checkpoint was signed.
        byte[] note = room.tree.newestHead().orElseThrow();
        TreeStore shorter = room.treeOf(room.store.inOrder().limit(ENTRIES - 1));

        assertThatThrownBy(() -> new LogExport(room.key).write(export, shorter, note))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("place 4");
        assertThat(ExportCheck.of(export, trust).words()).isEqualTo("BAD: checkpoint: is missing");
    }

    @Test
    void leavesNoCheckpointOverOtherEntries() throws IOException {
        byte[] note = room.tree.newestHead().orElseThrow();
        Stream<StoredEntry> others = room.store.inOrder().sorted(Comparator.comparing(StoredEntry::entryId));
        TreeStore shuffled = room.treeOf(others);

        assertThatThrownBy(() -> new LogExport(room.key).write(export, shuffled, note))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("root");
        assertThat(ExportCheck.of(export, trust).words()).isEqualTo("BAD: checkpoint: is missing");
    }

    @Test
    void showsThatPromisesWereKept() throws IOException {
        Path promise = file("promise", logged.get(3).promise());
        Path entry = file("entry", logged.get(3).entry());

        assertThat(PromiseCheck.of(promise, entry, export, trust).words())
                .isEqualTo("good: the promise was kept: the entry is number 3 (from 0) of 5");
        assertThat(PromiseCheck.of(promise, file("other", logged.get(2).entry()), export, trust)
                        .words())
                .isEqualTo("BAD: the entry: is not the one of this promise");
        byte[] changed = logged.get(3).promise();
        // The last digit of the seconds: a promise of the right form, for another time than was signed.
        changed[25] ^= 1;
        assertThat(PromiseCheck.of(file("changed", changed), entry, export, trust)
                        .words())
                .isEqualTo("BAD: the promise: is not a promise that the log signed");
    }

    @Test
    void givesAwayAPromiseThatWasBroken() throws IOException {
        Path promise = file("promise", logged.get(3).promise());
        Path entry = file("entry", logged.get(3).entry());
        List<StoredEntry> without = room.store
                .inOrder()
                .filter(stored -> !stored.entryId().equals(logged.get(3).entryId()))
                .toList();
        new LogExport(room.key).write(export, room.treeOf(without.stream()));
        assertThat(PromiseCheck.of(promise, entry, export, trust).found()).isEqualTo(Found.NOT_CHECKED);

        LogRoom later = new LogRoom(7);
        later.at(LogRoom.NOW.plusSeconds(6)).append(Drafts.aDecision(Drafts.utf8("{}")));
        Stream<StoredEntry> andLater = Stream.concat(without.stream(), later.store.inOrder());
        new LogExport(room.key).write(export, room.treeOf(andLater));
        Report broken = PromiseCheck.of(promise, entry, export, trust);
        assertThat(broken.words())
                .isEqualTo("BAD: the log: it promised this entry by 2026-03-02T09:15:05.123Z, has"
                        + " later ones, and does not have it");
    }

    @Test
    void opensWithTheSaltThatWasKeptBesideTheRecord() throws IOException {
        Logged disclosure = logged.get(2);
        Path entry = file("entry", disclosure.entry());
        Path content = file("content", Drafts.utf8("Maya Okonkwo-Test line 2"));
        Path salt = file(
                "salt",
                Drafts.utf8(HexFormat.of().formatHex(disclosure.salts().get(2).bytes())));

        assertThat(OpeningCheck.of(entry, "line-2", salt, content).found()).isEqualTo(Found.GOOD);
        assertThat(OpeningCheck.of(entry, "line-1", salt, content).found()).isEqualTo(Found.BAD);
    }
}
