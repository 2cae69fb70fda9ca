package uk.mashhub.log.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.log.Keys;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.NoteSignature;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.tree.TileTree;
import uk.mashhub.log.tree.TilesByDefinition;
import uk.mashhub.log.verifier.Exports.Ran;

class VerifierMainTest {
    private static final int SIZE = 300;
    private static final String VKEY = Exports.LOG.vkey();

    @TempDir
    private Path dir;

    private final TilesByDefinition tree = new TilesByDefinition(SIZE);
    private Path export;

    @BeforeEach
    void writesAnExport() throws IOException {
        export = dir.resolve("log");
        Exports.write(export, tree, SIZE);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Exports.put(dir.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path receipt(SignedNote checkpoint) throws IOException {
        LogProof proof = new LogProof(Optional.empty(), 42, new TileTree(tree, SIZE).inclusion(42), checkpoint);
        return file("42.tlog-proof", proof.bytes());
    }

    @Test
    void saysWhatAReceiptShows() throws IOException {
        Path receipt = receipt(SignedNote.read(Exports.checkpoint(tree, SIZE)).orElseThrow());
        Path entry = file("entry", tree.entry(42));
        Path other = file("other", tree.entry(43));

        assertThat(Ran.of("receipt", receipt, entry, "--vkey", VKEY))
                .isEqualTo(
                        new Ran(0, "good: the entry is number 42 (from 0) of 300 in mash.example.org/exampleshire\n"));
        assertThat(Ran.of("receipt", receipt, other, "--vkey", VKEY).code()).isEqualTo(1);
        assertThat(Ran.of("receipt", receipt, entry).code()).isEqualTo(3);
        assertThat(Ran.of(
                                "receipt",
                                receipt,
                                entry,
                                "--vkey",
                                new Keys(32).log(Exports.LOG.name()).vkey())
                        .said())
                .isEqualTo("BAD: the receipt's checkpoint: it is not signed by a log that the policy knows\n");
        assertThat(Ran.of("receipt", entry, entry, "--vkey", VKEY).said())
                .startsWith("BAD: the receipt: is not of the form");
        assertThat(Ran.of("receipt", dir.resolve("nothing"), entry, "--vkey", VKEY)
                        .said())
                .isEqualTo("BAD: the receipt: is missing\n");
    }

    @Test
    void findsTheEntryInAReceiptThatCarriesIt() throws IOException {
        SignedNote head = SignedNote.read(Exports.checkpoint(tree, SIZE)).orElseThrow();
        List<byte[]> path = new TileTree(tree, SIZE).inclusion(42);
        String opening = new String(tree.entry(42), StandardCharsets.UTF_8) + "\nline-1 00\n";
        byte[] carried = opening.getBytes(StandardCharsets.UTF_8);
        Path whole = file("whole", new LogProof(Optional.of(carried), 42, path, head).bytes());
        carried[0] ^= 1;
        Path changed = file("changed", new LogProof(Optional.of(carried), 42, path, head).bytes());

        assertThat(Ran.of("receipt", whole, "--vkey", VKEY).said()).startsWith("good: the entry is number 42");
        assertThat(Ran.of("receipt", changed, "--vkey", VKEY).code()).isEqualTo(1);
        assertThat(Ran.of("receipt", receipt(head), "--vkey", VKEY).said())
                .isEqualTo("BAD: the receipt: carries no entry: name its file\n");
    }

    @Test
    void takesAnEntryOutWithAReceiptThatHolds() throws IOException {
        Path out = dir.resolve("out");
        for (int index : new int[] {0, 42, 255, 256, 299}) {
            assertThat(Ran.of("excerpt", export, index, out, "--vkey", VKEY))
                    .isEqualTo(new Ran(
                            0,
                            "good: wrote entry " + index
                                    + " and its receipt\nthis export carries no heads of witnesses and"
                                    + " no time tokens; that proves nothing about whether there are any\n"));
            Path entry = out.resolve(index + ".entry");
            assertThat(Files.readAllBytes(entry)).isEqualTo(tree.entry(index));
            assertThat(Ran.of("receipt", out.resolve(index + ".tlog-proof"), entry, "--vkey", VKEY)
                            .code())
                    .isZero();
        }
        assertThat(Ran.of("excerpt", export, 300, out).said()).isEqualTo("BAD: entry 300: is not in this log of 300\n");
        assertThat(Ran.of("excerpt", export, "x", out).code()).isEqualTo(2);
        Files.delete(export.resolve("vkey"));
        assertThat(Ran.of("excerpt", export, 1, out).code()).isEqualTo(1);
        assertThat(out.resolve("1.entry")).doesNotExist();
    }

    @Test
    void asksForTheQuorumThatThePolicyNames() throws IOException {
        Keys agency = new Keys(33);
        NoteKey witness = agency.witness("health.example.org");
        NoteKey court = new NoteKey("court.example.org", NoteKey.ML_DSA_44_COSIGNATURE, new byte[1312]);
        Path policy = file("policy", "log " + VKEY + "\nwitness health " + witness.vkey() + "\nquorum health\n");
        Path byCourt = file("court", "log " + VKEY + "\nwitness court " + court.vkey() + "\nquorum court\n");
        Path entry = file("entry", tree.entry(42));
        SignedNote alone = SignedNote.read(Exports.checkpoint(tree, SIZE)).orElseThrow();
        Instant at = Instant.parse("2026-03-02T09:15:00Z");
        SignedNote cosigned = alone.with(Cosignature.of(alone.text(), at, witness, agency));
        SignedNote quantumSafe = alone.with(new NoteSignature(court.name(), court.id(), new byte[2428]));

        assertThat(Ran.of("receipt", receipt(alone), entry, "--policy", policy).said())
                .isEqualTo("BAD: the receipt's checkpoint: it is signed by the log but not witnessed by health\n");
        assertThat(Ran.of("receipt", receipt(cosigned), entry, "--policy", policy)
                        .code())
                .isZero();
        assertThat(Ran.of("receipt", receipt(quantumSafe), entry, "--policy", byCourt))
                .isEqualTo(new Ran(
                        3,
                        "not checked: the receipt's checkpoint: it takes cosignatures of a type not known here to make up"
                                + " court\n"));
        Files.write(export.resolve("checkpoint"), cosigned.bytes());
        assertThat(Ran.of(export, "--policy", policy).code()).isZero();
        assertThat(Ran.of(export).said()).contains("not checked: 1 more signatures of the checkpoint");
    }

    @Test
    void saysThatTheLogOnlyGrew() throws IOException {
        Path old = file("old", Exports.checkpoint(tree, 42));
        Path later = file("later", Exports.checkpoint(tree, 290));

        assertThat(Ran.of("consistency", old, later, export, "--vkey", VKEY))
                .isEqualTo(new Ran(0, "good: mash.example.org/exampleshire only grew from 42 to 290 entries\n"));
        assertThat(Ran.of("consistency", later, old, export).code()).isZero();
        assertThat(Ran.of("consistency", later, later, export).code()).isZero();
        assertThat(Ran.of("consistency", file("empty", Exports.checkpoint(tree, 0)), old, export)
                        .code())
                .isZero();
    }

    @Test
    void findsAForkAndARewrittenLog() throws IOException {
        TilesByDefinition rewritten = new TilesByDefinition(SIZE, 17);
        Path old = file("old", Exports.checkpoint(tree, 42));
        Path fork = file("fork", Exports.checkpoint(rewritten, 42));
        Path later = file("later", Exports.checkpoint(rewritten, 290));

        assertThat(Ran.of("consistency", old, fork, export).said())
                .isEqualTo("BAD: the checkpoints: the log signed two different trees of 42 entries: a fork\n");
        assertThat(Ran.of("consistency", old, later, export).said())
                .startsWith("BAD: the later checkpoint: is not over");
        Path other = dir.resolve("rewritten");
        Exports.write(other, rewritten, SIZE);
        assertThat(Ran.of(other).code()).isZero();
        assertThat(Ran.of("consistency", old, later, other).said())
                .isEqualTo("BAD: the earlier checkpoint: is not a beginning of the later one: the log was rewritten\n");
        assertThat(Ran.of("consistency", file("early", Exports.checkpoint(tree, 10)), later, other)
                        .code())
                .isZero();
    }

    @Test
    void doesNotJudgeGrowthThatTheExportDoesNotReach() throws IOException {
        Path shorter = dir.resolve("shorter");
        Exports.write(shorter, tree, 100);
        Path old = file("old", Exports.checkpoint(tree, 42));
        Path later = file("later", Exports.checkpoint(tree, 290));

        assertThat(Ran.of("consistency", old, later, shorter).code()).isEqualTo(3);
        Files.delete(export.resolve("tile/0/000"));
        assertThat(Ran.of("consistency", old, later, export).said())
                .isEqualTo("BAD: the export: a tile is missing or has another length\n");
    }

    @Test
    void opensACommitmentWithItsSaltAndContentOnly() throws IOException {
        // sha256(b'uk.mashhub.log.commitment.v1\0' + bytes(32) + b'{}'), made with another tool.
        Path entry = file(
                "entry",
                "{\"entity\":[{\"commitment\":\"046ad0238da92cb5cab274087cd1f3871f54c95dd673440f52652f183930915a\",\"name\":\"line-1\"}]}");
        Path salt = file("salt", "0".repeat(64) + "\n");
        Path content = file("content", "{}");

        assertThat(Ran.of("open", entry, "line-1", salt, content))
                .isEqualTo(new Ran(0, "good: the entry commits to this content under line-1\n"));
        assertThat(Ran.of("open", entry, "line-2", salt, content).code()).isEqualTo(1);
        assertThat(Ran.of("open", entry, "line-1", salt, file("other", "{ }")).code())
                .isEqualTo(1);
        assertThat(Ran.of("open", entry, "line-1", file("salt2", "1".repeat(64)), content)
                        .code())
                .isEqualTo(1);
        assertThat(Ran.of("open", entry, "line-1", file("salt3", "0".repeat(63)), content)
                        .said())
                .isEqualTo("BAD: the salt: is not 64 hex digits\n");
        assertThat(Ran.of("open", entry, "\"", salt, content).code()).isEqualTo(1);
    }

    @Test
    void saysHowToAskIfAskedWrongly() throws IOException {
        assertThat(Ran.of().code()).isEqualTo(2);
        assertThat(Ran.of().said()).startsWith("usage:");
        assertThat(Ran.of(dir.resolve("nothing")).code()).isEqualTo(2);
        assertThat(Ran.of("receipt").code()).isEqualTo(2);
        assertThat(Ran.of(export, "--vkey", "x").said()).isEqualTo("not a verifier key\n");
        assertThat(Ran.of(export, "--policy", file("policy", "quorum many\n")).said())
                .isEqualTo("the policy file breaks a rule: line 1: the quorum is not defined above\n");
        assertThat(Ran.of(export, "--policy", dir.resolve("nothing")).code()).isEqualTo(2);
    }
}
