package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Logged;
import uk.mashhub.log.Salt;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.verifier.OpeningCheck;
import uk.mashhub.log.verifier.ReceiptCheck;
import uk.mashhub.log.verifier.Report.Found;
import uk.mashhub.log.verifier.Trust;
import uk.mashhub.model.id.DisclosureId;

class LogReceiptsTest {
    private final TreeRoom room = new TreeRoom();
    private final SaltStore salts = new SaltStore(room.database.app, room.database.vault, room.database.random);
    private final LogReceipts receipts =
            new LogReceipts(room.entries, salts, room.tree, new CosignedHeads(room.database.app));
    private final Sequencing sequencing = room.sequencing();
    private final Trust trust = new Trust(Optional.of(TrustPolicy.ofLog(room.key)), NoteAlgorithms.ofJdk());
    private final DisclosureId disclosure = DisclosureId.random(room.database.random);

    @TempDir
    private Path dir;

    private Logged disclose() {
        Logged logged = room.append(Optional.of(disclosure.toString()));
        List<Salt> all = new java.util.ArrayList<>(logged.salts());
        all.add(new Salt("enquiry", room.database.random.bytes(32)));
        room.database.inApp().executeWithoutResult(s -> salts.keep(logged.entryId(), Holders.HUB, all));
        return logged;
    }

    @Test
    void isThePromiseUntilTheEntryIsInTheTreeAndThenTheProof() throws IOException {
        Logged logged = disclose();

        Receipt promise = receipts.of(disclosure).orElseThrow();
        assertThat(promise.isProof()).isFalse();
        assertThat(receipts.proves(disclosure)).isFalse();
        assertThat(new String(promise.bytes(), StandardCharsets.UTF_8))
                .startsWith(new String(logged.promise(), StandardCharsets.UTF_8) + "\n"
                        + new String(logged.entry(), StandardCharsets.UTF_8) + "\nline-1 ");
        room.append(5);
        sequencing.run();
        Receipt proof = receipts.of(disclosure).orElseThrow();
        assertThat(proof.isProof()).isTrue();
        assertThat(receipts.proves(disclosure)).isTrue();
        Path file = Files.write(dir.resolve("r.tlog-proof"), proof.bytes());
        assertThat(ReceiptCheck.of(file, trust).words()).startsWith("good: the entry is number 0 (from 0) of 6");
    }

    @Test
    void waitsWhileTheEntryHasAPlaceAndNoHeadIsSignedOverIt() {
        room.append(1);
        sequencing.run();
        disclose();
        room.entries.inOrder().close();

        assertThat(receipts.of(disclosure).orElseThrow().isProof()).isFalse();
        assertThat(receipts.proves(disclosure)).isFalse();
    }

    @Test
    void opensTheLinesThatTheRecipientWasShownAndNothingElse() throws IOException {
        Logged logged = disclose();
        sequencing.run();
        byte[] extra = LogProof.read(receipts.of(disclosure).orElseThrow().bytes())
                .flatMap(LogProof::extra)
                .orElseThrow();
        List<String> lines = new String(extra, StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo(new String(logged.entry(), StandardCharsets.UTF_8));
        assertThat(lines.get(1))
                .isEqualTo("line-1 "
                        + HexFormat.of().formatHex(logged.salts().get(0).bytes()));
        Path entry = Files.writeString(dir.resolve("entry"), lines.get(0));
        Path salt = Files.writeString(dir.resolve("salt"), lines.get(1).substring(7));
        Path content = Files.writeString(dir.resolve("content"), "{}");
        assertThat(OpeningCheck.of(entry, "line-1", salt, content).found()).isEqualTo(Found.GOOD);
    }

    @Test
    void givesNoneForWhatWasNotDisclosed() {
        assertThat(receipts.of(DisclosureId.random(room.database.random))).isEmpty();
        assertThat(receipts.proves(disclosure)).isFalse();
        assertThat(receipts.proof("0d7d9a3e-8a51-4a0e-b5a6-77f8d9c1e002")).isEmpty();
    }
}
