package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.log.SharedVectors;
import uk.mashhub.log.tree.ConsistencyProof;
import uk.mashhub.log.tree.TileSource;
import uk.mashhub.log.tree.TileTree;

/** Logs that others wrote: Tessera's test log, and entries of sigstore's Rekor with their proofs, good and corrupted. */
class PublishedLogsTest {
    /** Published with Tessera; {@link NoteKey#read} finds its id to agree with its key. */
    private static final NoteKey TESSERA = NoteKey.read(
                    "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
            .orElseThrow();

    private static final List<String> ENTRIES = List.of("one", "two", "three", "four", "five", "six", "seven");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void verifiesEveryCheckpointEntryAndStepOfTheTesseraLog() throws IOException {
        Path log = SharedVectors.folder("tessera").resolve("log");
        TileSource tiles = tile -> {
            Path file = log.resolve(tile.path());
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        };
        List<Checkpoint> heads = new ArrayList<>();
        for (int size = 0; size <= ENTRIES.size(); size++) {
            byte[] note = Files.readAllBytes(log.resolve("checkpoint." + size));
            heads.add(
                    SignedNote.verified(note, TESSERA).flatMap(Checkpoint::read).orElseThrow());
            TileTree tree = new TileTree(tiles, size);
            byte[] root = heads.get(size).root();
            assertThat(tree.root()).isEqualTo(root);
            for (int i = 0; i < size; i++) {
                LogProof receipt = new LogProof(
                        Optional.empty(),
                        i,
                        tree.inclusion(i),
                        SignedNote.read(note).orElseThrow());
                assertThat(receipt.includes(utf8(ENTRIES.get(i)))).isTrue();
                assertThat(receipt.includes(utf8("other"))).isFalse();
                Checkpoint old = heads.get(i);
                assertThat(ConsistencyProof.verifies(i, size, old.root(), root, tree.consistency(i)))
                        .isTrue();
            }
        }
    }

    @Test
    void verifiesACheckpointOfRekorWithItsEntry() throws IOException {
        JsonNode roots = JSON.readTree(
                folder("rekor2-happy-path").resolve("trusted_root.json").toFile());
        byte[] spki = decode(roots.path("tlogs").path(1).path("publicKey").path("rawBytes"));
        NoteKey rekor = new NoteKey(
                "log2025-alpha1.rekor.sigstage.dev", Arrays.copyOfRange(spki, spki.length - 32, spki.length));
        JsonNode entry = entry("rekor2-happy-path");

        byte[] note = utf8(
                entry.path("inclusionProof").path("checkpoint").path("envelope").asString());
        assertThat(SignedNote.verified(note, rekor)).isPresent();
        assertThat(proof(entry).includes(decode(entry.path("canonicalizedBody"))))
                .isTrue();
    }

    @Test
    void tellsTheGoodFromTheCorruptedProofsOfRekor() throws IOException {
        assertThat(includes("happy-path-v0.3")).isTrue();
        assertThat(includes("inclusion-proof-corrupted-hash_fail")).isFalse();
        assertThat(includes("checkpoint-wrong-roothash_fail")).isFalse();
    }

    private static boolean includes(String folder) throws IOException {
        JsonNode entry = entry(folder);
        return proof(entry).includes(decode(entry.path("canonicalizedBody")));
    }

    private static LogProof proof(JsonNode entry) {
        JsonNode inclusion = entry.path("inclusionProof");
        List<byte[]> path = new ArrayList<>();
        inclusion.path("hashes").forEach(hash -> path.add(decode(hash)));
        byte[] note = utf8(inclusion.path("checkpoint").path("envelope").asString());
        long index = Long.parseLong(inclusion.path("logIndex").asString());
        return new LogProof(Optional.empty(), index, path, SignedNote.read(note).orElseThrow());
    }

    private static JsonNode entry(String folder) throws IOException {
        JsonNode bundle =
                JSON.readTree(folder(folder).resolve("bundle.sigstore.json").toFile());
        return bundle.path("verificationMaterial").path("tlogEntries").path(0);
    }

    private static Path folder(String name) {
        return SharedVectors.folder("sigstore-conformance").resolve(name);
    }

    private static byte[] decode(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
