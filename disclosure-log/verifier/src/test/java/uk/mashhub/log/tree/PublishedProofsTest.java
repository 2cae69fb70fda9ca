package uk.mashhub.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.log.SharedVectors;

/** The proofs that transparency-dev/merkle publishes, good and corrupted, each with the expected answer. */
class PublishedProofsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void answersEveryInclusionVectorAsPublished() throws IOException {
        List<Path> files = vectors("inclusion");
        assertThat(files).hasSizeGreaterThanOrEqualTo(53);
        for (Path file : files) {
            JsonNode vector = JSON.readTree(file.toFile());
            boolean verifies = InclusionProof.verifies(
                    number(vector, "leafIdx"),
                    number(vector, "treeSize"),
                    hash(vector.path("leafHash")),
                    proof(vector),
                    hash(vector.path("root")));
            assertThat(verifies)
                    .as("%s", file)
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    @Test
    void answersEveryConsistencyVectorAsPublished() throws IOException {
        List<Path> files = vectors("consistency");
        assertThat(files).hasSizeGreaterThanOrEqualTo(43);
        for (Path file : files) {
            JsonNode vector = JSON.readTree(file.toFile());
            boolean verifies = ConsistencyProof.verifies(
                    number(vector, "size1"),
                    number(vector, "size2"),
                    hash(vector.path("root1")),
                    hash(vector.path("root2")),
                    proof(vector));
            assertThat(verifies)
                    .as("%s", file)
                    .isEqualTo(!vector.path("wantErr").asBoolean());
        }
    }

    private static List<Path> vectors(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(SharedVectors.folder("merkle").resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** Some corrupted vectors are numbers of 64 bits without sign, which no tree has here: they come out negative. */
    private static long number(JsonNode vector, String name) {
        return vector.path(name).bigIntegerValue().longValue();
    }

    private static List<byte[]> proof(JsonNode vector) {
        List<byte[]> proof = new ArrayList<>();
        vector.path("proof").forEach(hash -> proof.add(hash(hash)));
        return proof;
    }

    private static byte[] hash(JsonNode text) {
        return Base64.getDecoder().decode(text.asString(""));
    }
}
