package uk.mashhub.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads a file and writes what follows from it loses nothing that another wrote meanwhile. */
class LockedFileTest {
    private static final int THREADS = 4;
    private static final int EACH = 50;

    @TempDir
    private Path dir;

    @Test
    void letsOneAtATimeWork() throws Exception {
        Path file = dir.resolve("count");
        Files.writeString(file, "0");
        ExecutorService all = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                done.add(all.submit(() -> {
                    for (int n = 0; n < EACH; n++) {
                        LockedFile.alone(dir.resolve("count.lock"), () -> countUp(file));
                    }
                    return true;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            all.shutdownNow();
        }
        assertThat(Files.readString(file)).isEqualTo(Integer.toString(THREADS * EACH));
    }

    /** A hub that stands still stops no other for ever. */
    @Test
    void givesUpWhatAnotherDoesNotLetGo() throws Exception {
        Path lock = dir.resolve("held.lock");
        AtomicInteger pauses = new AtomicInteger();
        List<String> done = new ArrayList<>();
        try (FileChannel other = OwnerOnly.open(lock, StandardOpenOption.CREATE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> LockedFile.alone(lock, () -> done.add("work"), pauses::incrementAndGet))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is held by another");
        }
        assertThat(done).isEmpty();
        assertThat(pauses).hasValue(LockedFile.TRIES - 1);
    }

    @Test
    void worksOnceTheOtherLetsGo() throws Exception {
        Path lock = dir.resolve("held.lock");
        List<String> done = new ArrayList<>();
        try (FileChannel other = OwnerOnly.open(lock, StandardOpenOption.CREATE)) {
            FileLock held = other.lock();
            LockedFile.alone(lock, () -> done.add("work"), held::release);
        }
        assertThat(done).containsExactly("work");
    }

    @Test
    void leavesWorkToWhoeverDoesItNow() throws Exception {
        Path lock = dir.resolve("work.lock");
        List<String> done = new ArrayList<>();
        boolean first = LockedFile.unlessAnother(lock, () -> {
            boolean second = LockedFile.unlessAnother(lock, () -> done.add("second"));
            done.add("first, " + second);
        });
        assertThat(first).isTrue();
        assertThat(done).containsExactly("first, false");
        assertThat(LockedFile.unlessAnother(lock, () -> done.add("later"))).isTrue();
    }

    private static void countUp(Path file) throws IOException {
        int before = Integer.parseInt(Files.readString(file));
        OwnerOnly.replace(file, Integer.toString(before + 1).getBytes(StandardCharsets.US_ASCII));
    }
}
