package uk.mashhub.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.contract.FullDisk;
import uk.mashhub.log.note.NoteKey;

/** A witness cosigns nothing that it cannot keep: it would forget it, and sign another history later. */
class FullDiskTest {
    private static final int OK = 200;

    private final GrowingLog log = new GrowingLog(GrowingLog.SIZE);
    private final GrowingLog forked = new GrowingLog(17);

    @TempDir
    private Path dir;

    private Witness witness(Path kept) {
        Ed25519Signer signer = new Ed25519Signer(new byte[32]);
        NoteKey key = new NoteKey("health.example.org/witness", NoteKey.ED25519_COSIGNATURE, signer.publicKey());
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:15:00Z"), ZoneOffset.UTC);
        return new Witness(key, signer::sign, List.of(GrowingLog.LOG), new Heads(kept), clock);
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void cosignsNothingThatItCannotKeepAndForgetsNothing() throws IOException {
        try (FullDisk disk = FullDisk.mounted(dir, 64)) {
            Path kept = disk.root().resolve("heads");
            assertThat(witness(kept).add(bytes(log.request(0, 100))).status()).isEqualTo(OK);
            disk.fill();
            assertThatThrownBy(() -> witness(kept).add(bytes(log.request(100, 300))))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> witness(kept).add(bytes(forked.request(0, 100))))
                    .as("a fork that it cannot keep the proof of")
                    .isInstanceOf(IOException.class);
            disk.free();

            assertThat(witness(kept).add(bytes(forked.request(0, 300))).status())
                    .isNotEqualTo(OK);
            assertThat(witness(kept).add(bytes(log.request(100, 300))).status()).isEqualTo(OK);
        }
    }
}
