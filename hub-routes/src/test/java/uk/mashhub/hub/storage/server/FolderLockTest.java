package uk.mashhub.hub.storage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks whether a hub runs is not in the way of one that starts. */
class FolderLockTest {
    /** Another process, as locks are a process's: it looks, and stays at it until it is told to end. */
    private static final String LOOKS = """
            import java.nio.channels.FileChannel;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;

            class Looks {
                public static void main(String[] words) throws Exception {
                    try (FileChannel channel = FileChannel.open(Path.of(words[0]), StandardOpenOption.READ)) {
                        System.out.println(channel.tryLock(Long.parseLong(words[1]), 1, true) == null ? "taken" : "free");
                        System.in.read();
                    }
                }
            }
            """;

    @TempDir
    private Path dir;

    private Process looks() throws Exception {
        Path source = Files.writeString(dir.resolve("Looks.java"), LOOKS);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        dir.resolve("lock").toString(),
                        Long.toString(FolderLock.LOOK))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String said(Process process) throws Exception {
        try (BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII)) {
            return String.valueOf(reader.readLine());
        }
    }

    @Test
    void aHubThatStartsWaitsForWhoLooksAndIsSeenAfterwards() throws Exception {
        Files.createFile(dir.resolve("lock"));
        Process looks = looks();
        assertThat(said(looks)).isEqualTo("free");
        CompletableFuture<FolderLock> starts = CompletableFuture.supplyAsync(() -> {
            try {
                return FolderLock.take(dir);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        looks.getOutputStream().close();
        assertThat(looks.waitFor()).isZero();

        try (FolderLock hub = starts.get()) {
            assertThat(hub).isNotNull();
            Process again = looks();
            assertThat(said(again)).isEqualTo("taken");
            again.getOutputStream().close();
            again.waitFor();
        }
    }
}
