package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.LogExport;
import uk.mashhub.log.Vouched;
import uk.mashhub.log.contract.FullDisk;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.verifier.ExportCheck;
import uk.mashhub.log.verifier.Report.Found;
import uk.mashhub.log.verifier.Trust;

/** A file system that is full under what the log keeps outside the database: what was there stays whole. */
class LogDiskFullTest {
    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();

    @TempDir
    private Path dir;

    @Test
    void keepsTheHeadThatItHasAndTheNextOnceThereIsRoom() throws IOException {
        try (FullDisk disk = FullDisk.mounted(dir, 64)) {
            Path folder = disk.root().resolve("log");
            LogGuard guard = new LogGuard(
                    room.signer, room.key, room.tree, room.entries, new HeadFile(folder), List::of, room.clock);
            room.append(3);
            sequencing.run();
            assertThat(guard.look()).isEmpty();
            guard.keepOutside();
            byte[] before = Files.readAllBytes(folder.resolve("checkpoint"));

            disk.fill();
            room.append(3);
            sequencing.run();
            assertThatThrownBy(guard::keepOutside).isInstanceOf(UncheckedIOException.class);
            assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(before);
            assertThat(guard.refusal())
                    .as("what is in the database is signed all the same")
                    .isEmpty();

            disk.free();
            guard.keepOutside();
            assertThat(Files.readAllBytes(folder.resolve("checkpoint")))
                    .isEqualTo(room.tree.newestHead().orElseThrow());
        }
    }

    /** Wherever it runs out of room: what is there by then is not taken for an export. */
    @Test
    void leavesNoExportThatReadsAsWholeWhereverTheRoomEnds() throws IOException {
        room.append(300);
        sequencing.run();
        byte[] head = room.tree.newestHead().orElseThrow();
        List<Vouched> vouched = List.of(new Vouched(300, head, Optional.of(new byte[5000])));
        Trust trust = new Trust(Optional.of(TrustPolicy.ofLog(room.key)), NoteAlgorithms.ofJdk());
        boolean whole = false;
        int refused = 0;
        try (FullDisk disk = FullDisk.mounted(dir, 1024)) {
            Path export = disk.root().resolve("log");
            for (int kilobytes = 4; !whole; kilobytes += 4) {
                // An earlier export lies there each time, as far as it got.
                disk.fill();
                disk.leave(kilobytes);
                whole = exported(export, head, vouched);
                Found found = ExportCheck.of(export, trust).found();
                assertThat(found).as("with %d KB", kilobytes).isEqualTo(whole ? Found.GOOD : Found.BAD);
                refused += whole ? 0 : 1;
            }
        }
        assertThat(refused).as("it ran out of room many times on the way").isGreaterThan(5);
    }

    private boolean exported(Path to, byte[] head, List<Vouched> vouched) {
        try {
            new LogExport(room.key).write(to, room.tree, head, vouched);
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}
