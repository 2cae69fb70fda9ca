package uk.mashhub.log.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.mashhub.log.Keys;
import uk.mashhub.log.note.Checkpoint;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.EvidenceList;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.tree.TilesByDefinition;
import uk.mashhub.log.verifier.Report.Found;

/** What an export carries of witnesses' and time authorities' word. */
class EvidenceCheckTest {
    private static final int SIZE = 300;
    private static final Keys WITNESS = new Keys(40);
    private static final NoteKey HEALTH = WITNESS.witness("health.example.org/witness");

    @TempDir
    private Path dir;

    private final TilesByDefinition tree = new TilesByDefinition(SIZE);

    @BeforeEach
    void writesAnExport() throws IOException {
        Exports.write(dir, tree, SIZE);
        Exports.writeEvidence(dir, tree, 1, 7, 256, 299);
    }

    /** Believes a token that says over what it is. */
    private static Trust believing(Optional<TrustPolicy> policy) {
        TimeCheck times = (token, message) -> Optional.of(new String(token, StandardCharsets.UTF_8))
                .filter(words -> new String(message, StandardCharsets.UTF_8)
                        .contains("\n" + words.replace("token over ", "") + "\n"))
                .map(words -> "noon");
        return new Trust(policy, NoteAlgorithms.ofJdk(), Optional.of(times));
    }

    private Report report() {
        return ExportCheck.of(dir, Exports.THE_LOG);
    }

    @Test
    void saysThatTheTokensAreForTheOtherVerifierAndIsGoodAllTheSame() {
        assertThat(report().found()).isEqualTo(Found.GOOD);
        assertThat(report().more())
                .containsExactly(
                        "not checked: 4 time tokens over earlier checkpoints: disclosure-log-verifier-full.jar does,"
                                + " with --authority CERTIFICATE.");
    }

    /** The list is signed by nobody: whoever takes it away with all that it lists leaves an export that is good. */
    @Test
    void saysThatThereIsNoneAndThatThisProvesNothing() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(f -> dir.relativize(f).toString().matches("evidence.*|(heads|time)/.*"))
                    .toList()) {
                Files.delete(file);
            }
        }

        assertThat(report().found()).isEqualTo(Found.GOOD);
        assertThat(report().more())
                .containsExactly(
                        "this export carries no heads of witnesses and no time tokens; that proves nothing about"
                                + " whether there are any");
    }

    @Test
    void saysWhenEachCheckpointWasThereWhereTokensCanBeChecked() throws IOException {
        Trust trust = believing(Exports.THE_LOG.policy());
        assertThat(ExportCheck.of(dir, trust).more())
                .containsExactly(
                        "time: the first 1 entries were there at noon",
                        "time: the first 7 entries were there at noon",
                        "time: the first 256 entries were there at noon",
                        "time: the first 299 entries were there at noon");

        // A true token, over another checkpoint than the one that it stands beside.
        byte[] other = Files.readAllBytes(dir.resolve("time/7.tsr"));
        relist("time/256.tsr", other);
        assertThat(ExportCheck.of(dir, trust).words())
                .isEqualTo("BAD: time/256.tsr: is not over heads/256, or not of an authority that is named");
    }

    /** Whoever changes the list along with the file gets no further than the signatures and the entries. */
    private void relist(String file, byte[] bytes) throws IOException {
        String before = EvidenceList.hash(Files.readAllBytes(dir.resolve(file)));
        Files.write(dir.resolve(file), bytes);
        String list = Files.readString(dir.resolve(EvidenceList.FILE))
                .replace(before + "  " + file, EvidenceList.hash(bytes) + "  " + file);
        Files.writeString(dir.resolve(EvidenceList.FILE), list);
    }

    @Test
    void findsAnEarlierCheckpointThatTheEntriesDoNotGive() throws IOException {
        byte[] forked =
                SignedNote.sign(new Checkpoint(Exports.LOG.name(), 7, new byte[32]).text(), Exports.LOG, Exports.KEYS);
        relist("heads/7", forked);
        assertThat(report().words()).isEqualTo("BAD: heads/7: is not over the first 7 entries: the log was rewritten");
        relist("heads/7", Exports.checkpoint(tree, 8));
        assertThat(report().words()).startsWith("BAD: heads/7: is not over the first 7 entries");
        Keys forger = new Keys(41);
        String text = SignedNote.read(Exports.checkpoint(tree, 7)).orElseThrow().text();
        relist("heads/7", SignedNote.sign(text, forger.log(Exports.LOG.name()), forger));
        assertThat(report().words()).isEqualTo("BAD: heads/7: it is not signed by a log that the policy knows");
    }

    @Test
    void countsTheEarlierCheckpointsThatTheWitnessesCosigned() throws IOException {
        TrustPolicy policy = new TrustPolicy(
                List.of(Exports.LOG), Map.of("health", HEALTH), Map.of(), Map.of(), Optional.of("health"));
        cosign("checkpoint", SIZE);
        cosign("heads/256", 256);
        assertThat(ExportCheck.of(dir, believing(Optional.of(policy))).more())
                .contains("witnesses: 1 of 4 earlier checkpoints are cosigned as the policy asks");

        byte[] cosigned = Files.readAllBytes(dir.resolve("heads/256"));
        cosigned[cosigned.length - 10] ^= 1;
        relist("heads/256", cosigned);
        assertThat(ExportCheck.of(dir, believing(Optional.of(policy))).words())
                .startsWith("BAD: heads/256: a signature of a known key is wrong");
    }

    private void cosign(String file, int size) throws IOException {
        SignedNote note = SignedNote.read(Exports.checkpoint(tree, size)).orElseThrow();
        relist(
                file,
                note.with(Cosignature.of(note.text(), Instant.parse("2026-03-02T09:15:00Z"), HEALTH, WITNESS))
                        .bytes());
    }

    /** Every byte: also of what cannot be checked here, and of cosignatures whose keys nobody has named. */
    @ParameterizedTest
    @ValueSource(strings = {"evidence.sha256", "heads/7", "time/7.tsr", "checkpoint"})
    void findsEveryFlippedByte(String file) throws IOException {
        cosign("checkpoint", SIZE);
        byte[] good = Files.readAllBytes(dir.resolve(file));
        for (int at = 0; at < good.length; at++) {
            byte[] flipped = good.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            Files.write(dir.resolve(file), flipped);
            assertThat(report().found()).as("%s byte %d", file, at).isEqualTo(Found.BAD);
        }
        for (int length = 0; length < good.length; length += 1 + good.length / 40) {
            Files.write(dir.resolve(file), Arrays.copyOf(good, length));
            assertThat(report().found()).as("%s cut to %d", file, length).isEqualTo(Found.BAD);
        }
        Files.write(dir.resolve(file), good);
        assertThat(report().found()).isEqualTo(Found.GOOD);
    }

    @Test
    void findsWhatIsMissingOrMore() throws IOException {
        Files.delete(dir.resolve("time/7.tsr"));
        assertThat(report().words()).isEqualTo("BAD: time/7.tsr: is missing");
        Exports.writeEvidence(dir, tree, 1, 7, 256, 299);
        Exports.put(dir.resolve("heads/8"), Exports.checkpoint(tree, 8));
        assertThat(report().words()).startsWith("not checked: the file heads/8");
        Exports.writeEvidence(dir, new TilesByDefinition(301), 301);
        assertThat(report().words()).isEqualTo("BAD: heads/301: is of more entries than this export has");
        Exports.writeEvidence(dir, tree, 7, 1);
        assertThat(report().words()).startsWith("BAD: evidence.sha256: is not a list");
    }
}
