package uk.mashhub.hub.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import uk.mashhub.hub.TheHub;

/**
 * {@code draft: {file: 2-agreement.yaml, at: agencies/exampleshire-schools.yaml}}: an agreement is edited on the hub, as its
 * authors do. When the journey is over the drafts are as they were.
 */
final class Draft {
    private final Scene scene;

    Draft(Scene scene) {
        this.scene = scene;
    }

    void draft(Step step) throws IOException {
        Path draft = scene.hub.drafts().resolve(step.word("at"));
        if (!Files.exists(draft)) {
            throw new AssertionError("there is no such agreement to edit");
        }
        Files.write(draft, scene.journey.file(step.word("file")));
    }

    /** Whatever a journey has edited. */
    static void asBefore(TheHub hub) throws IOException {
        Path house = TheHub.root().resolve("config/agreements");
        try (Stream<Path> files = Files.walk(house)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path draft = hub.drafts().resolve(house.relativize(file).toString());
                Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
