package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.hub.decide.PolicyFiles;

/** Two hubs run beside each other only with the same of each of these. */
class InCommonTest {
    @TempDir
    private Path dir;

    private String digest(String breakGlass) throws IOException {
        Path files = Files.createDirectories(dir.resolve(breakGlass));
        Files.writeString(files.resolve("agreement.yaml"), breakGlass);
        return InCommon.digest(
                new HubProperties(dir.resolve("data"), dir.resolve("config"), dir.resolve("password")),
                dir.resolve("log.policy").toString(),
                PolicyFiles.read(files),
                List.of(dir.resolve("classes")));
    }

    private void write(String file, String text) throws IOException {
        Path path = dir.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }

    @Test
    void isAnotherWhenAnyOfThemIs() throws IOException {
        Set<String> digests = new HashSet<>(Set.of(digest("one")));
        assertThat(digests).contains(digest("one"));
        for (String file : List.of(
                "config/areas/area.yaml",
                "config/sources/source.yaml",
                "config/retention.yaml",
                "log.policy",
                "classes/Decider.class")) {
            write(file, "first");
            assertThat(digests.add(digest("one"))).as(file).isTrue();
            write(file, "second");
            assertThat(digests.add(digest("one"))).as(file).isTrue();
        }
        assertThat(digests.add(digest("two"))).as("break-glass").isTrue();
    }

    @Test
    void holdsWhatThisReleaseCarries() throws IOException {
        HubProperties hub = new HubProperties(dir.resolve("data"), dir.resolve("config"), dir.resolve("password"));
        assertThat(InCommon.digest(hub, ""))
                .isEqualTo(InCommon.digest(hub, ""))
                .isNotEqualTo(InCommon.digest(hub, "", PolicyFiles.shipped("break-glass"), List.of()));
    }
}
