package uk.mashhub.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Vectors that others published, read where the environment says they are; the test is skipped where it does not. */
public final class SharedVectors {
    private SharedVectors() {}

    /** The fields of each line after the heading; no line of these files quotes a field. */
    public static List<String[]> of(String file) {
        String folder = System.getenv("MASH_SHARED_DATA");
        assumeTrue(folder != null, "set MASH_SHARED_DATA to run against shared vectors");
        try {
            return Files.readAllLines(Path.of(String.valueOf(folder), file)).stream()
                    .skip(1)
                    .map(l -> l.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
