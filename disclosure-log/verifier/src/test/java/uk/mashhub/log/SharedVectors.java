package uk.mashhub.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** Published test vectors, which stand outside the project. Tests that need them are skipped aloud without them. */
public final class SharedVectors {
    private SharedVectors() {}

    public static Path folder(String name) {
        Optional<String> root = Optional.ofNullable(System.getenv("MASH_SHARED_DATA"));
        assumeTrue(root.isPresent(), "set MASH_SHARED_DATA to the folder of shared data to run the published vectors");
        return Path.of(root.orElseThrow(), "6-tamper-evident", name);
    }
}
