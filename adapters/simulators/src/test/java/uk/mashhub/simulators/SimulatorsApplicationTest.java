package uk.mashhub.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** As a process of its own, the way the demo runs it. */
@Timeout(120)
class SimulatorsApplicationTest {
    @TempDir
    Path directory;

    @Test
    void endsWhenItsInputEnds() throws Exception {
        Process process = start("--dir", directory.toString(), "--hub", "http://127.0.0.1:8080");
        awaitUp(process);
        Properties endpoints = endpoints();
        assertThat(endpoints.stringPropertyNames()).contains("sftp.port", "oidc.issuer");
        assertThat(Files.exists(Path.of(endpoints.getProperty("sftp.knownHosts"))))
                .isTrue();
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(file()).doesNotExist();
    }

    @Test
    void endsOnSigterm() throws Exception {
        Files.writeString(file(), "stale=1\n");
        Process process = start("--hub", "http://127.0.0.1:8080/", "--dir", directory.toString());
        awaitUp(process);
        assertThat(endpoints()).doesNotContainKey("stale");
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void saysHowToCallIt() throws Exception {
        Process process = start("--dir", directory.toString());
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private Path file() {
        return directory.resolve("endpoints.properties");
    }

    private Properties endpoints() throws IOException {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file())) {
            properties.load(reader);
        }
        return properties;
    }

    private static void awaitUp(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.equals("simulators are up")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
    }

    private static Process start(String... args) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SimulatorsApplication.class.getName()),
                        Arrays.stream(args))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
