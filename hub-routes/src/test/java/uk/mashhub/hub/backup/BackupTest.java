package uk.mashhub.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Ed25519Signer;

/** A backup that is not exactly what was taken is refused, in words, before anything is put back. */
class BackupTest {
    private static final Instant AT = Instant.parse("2026-03-02T10:40:00Z");
    private static final Table TABLE = new Table("person", List.of("person_id", "made_at"));

    private final Ed25519Signer signer = new Ed25519Signer(new byte[32]);

    @TempDir
    private Path dir;

    private Path folder = Path.of("");

    @BeforeEach
    void takes() throws IOException {
        try (BackupWriter writer = new BackupWriter(dir, "one")) {
            writer.file("home/config/an area.yaml", out -> out.write("code: E1".getBytes(StandardCharsets.UTF_8)));
            writer.file(TABLE.file(), out -> out.write(new byte[100_000]));
            folder = writer.end(AT, "59", Map.of(TABLE, 7L), signer.publicKey(), signer);
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(() -> Backup.open(folder, signer.publicKey())).isInstanceOf(BackupRefused.class);
    }

    @Test
    void isReadAsItWasTaken() throws IOException {
        Backup backup = Backup.open(folder, signer.publicKey());
        assertThat(backup.manifest().at()).isEqualTo(AT);
        assertThat(backup.manifest().schema()).isEqualTo("59");
        assertThat(backup.manifest().rows()).isEqualTo(Map.of(TABLE, 7L));
        assertThat(backup.file("home/config/an area.yaml").readAllBytes())
                .asString()
                .isEqualTo("code: E1");
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(TABLE.file()))))
                .isEqualTo("rw-------");
    }

    @Test
    void isRefusedCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(TABLE.file()));
        Files.write(folder.resolve(TABLE.file()), java.util.Arrays.copyOf(whole, 60_000));
        refused().hasMessageContaining("database/person.gz has 60000 bytes where 100000 were written");
    }

    @Test
    void isRefusedWithOneByteChanged() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(TABLE.file()));
        whole[99_999] = 1;
        Files.write(folder.resolve(TABLE.file()), whole);
        refused().hasMessageContaining("database/person.gz was changed");
    }

    @Test
    void isRefusedWithAFileMissingOrAdded() throws IOException {
        Files.writeString(folder.resolve("home/config/more.yaml"), "x");
        refused().hasMessageContaining("none of its");
        Files.delete(folder.resolve("home/config/more.yaml"));
        Files.delete(folder.resolve(TABLE.file()));
        refused().hasMessageContaining("database/person.gz is missing");
    }

    @Test
    void isRefusedWithAnotherManifest() throws IOException {
        Path manifest = folder.resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("table 7 ", "table 6 "));
        refused().hasMessageContaining("MANIFEST was changed");
        Files.writeString(manifest, text.substring(0, 80));
        refused().hasMessageContaining("cut short");
        Files.delete(manifest);
        refused().hasMessageContaining("no backup, or one that was not ended");
    }

    @Test
    void isRefusedWithAnotherHubsKey() {
        byte[] seed = new byte[32];
        seed[0] = 1;
        assertThatThrownBy(() -> Backup.open(folder, new Ed25519Signer(seed).publicKey()))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not taken of the hub that this keystore belongs to");
    }

    @Test
    void leavesNothingBehindThatFailed() {
        assertThatThrownBy(() -> {
                    try (BackupWriter writer = new BackupWriter(dir, "two")) {
                        writer.file("home/a", out -> out.write(1));
                        writer.file("home/b", out -> {
                            throw new IOException("No space left on device");
                        });
                    }
                })
                .hasMessageContaining("No space left");
        assertThat(dir.resolve("two")).doesNotExist();
        assertThat(dir.resolve("two.part")).doesNotExist();
    }

    @Test
    void overwritesNone() {
        assertThatThrownBy(() -> new BackupWriter(dir, "one")).isInstanceOf(BackupRefused.class);
    }
}
