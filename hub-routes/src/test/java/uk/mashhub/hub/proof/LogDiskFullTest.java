package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.contract.FullDisk;

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
}
