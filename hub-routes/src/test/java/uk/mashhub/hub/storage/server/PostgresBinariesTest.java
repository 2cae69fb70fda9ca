package uk.mashhub.hub.storage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing but the programs of the jar is ever run. */
class PostgresBinariesTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path home;

    private Path program;

    @BeforeEach
    void unpacked() throws IOException {
        program = PostgresBinaries.unpack(home).resolve("postgres");
        Files.setLastModifiedTime(program, LONG_AGO);
    }

    @Test
    void knowsWhatTheArchiveHolds() throws IOException {
        List<String> held = new ArrayList<>();
        try (InputStream jar = PostgresFiles.class.getResourceAsStream(PostgresBinaries.archive());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(jar))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = Path.of(entry.getName()).normalize().toString();
                if (entry.isSymbolicLink()) {
                    held.add(PostgresFiles.Line.link(entry.getLinkName(), path).toString());
                } else if (!entry.isDirectory()) {
                    byte[] sha256 = PostgresFiles.sha256().digest(tar.readAllBytes());
                    held.add(PostgresFiles.Line.file((entry.getMode() & 0111) != 0, sha256, path)
                            .toString());
                }
            }
        }
        Path list = Files.write(Path.of("target/postgres.files"), held);
        assertThat(PostgresFiles.of(PostgresBinaries.archive()).orElseThrow().text())
                .as("the list of the programs' files; " + list + " is right")
                .isEqualTo(held);
    }

    @Test
    void leavesAFolderThatIsRightAlone() throws IOException {
        assertThat(PostgresFiles.of(PostgresBinaries.archive()).orElseThrow().are(home))
                .isTrue();
        PostgresBinaries.unpack(home);
        assertThat(Files.getLastModifiedTime(program)).isEqualTo(LONG_AGO);
    }

    @Test
    void putsBackWhatWasChanged() throws IOException {
        byte[] right = Files.readAllBytes(program);
        byte[] wrong = right.clone();
        wrong[wrong.length / 2] ^= 1;
        Files.write(program, wrong);
        PostgresBinaries.unpack(home);
        assertThat(program).hasBinaryContent(right);

        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
        PostgresBinaries.unpack(home);
        assertThat(program).isExecutable();

        Path library = home.resolve("lib/libpq.so");
        Files.delete(library);
        Files.createSymbolicLink(library, Path.of("/tmp/stranger.so"));
        PostgresBinaries.unpack(home);
        assertThat(Files.readSymbolicLink(library)).isNotEqualTo(Path.of("/tmp/stranger.so"));

        Files.delete(program);
        PostgresBinaries.unpack(home);
        assertThat(program).hasBinaryContent(right);
    }

    @Test
    void removesWhatIsNotOfTheArchive() throws IOException {
        Path stranger = Files.writeString(home.resolve("lib/stranger.so"), "x");
        PostgresBinaries.unpack(home);
        assertThat(stranger).doesNotExist();
    }
}
