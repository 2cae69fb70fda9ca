package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code view: {as: police, on: name, file: 5-view-police.json, named: ..}}: what a team reads is what the file says; {@code
 * view: name} is one that an earlier step has named. */
final class GoldenView {
    private static final boolean WRITE = Boolean.getBoolean("golden.write");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Scene scene;
    private final Room room;

    GoldenView(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void view(Step step) throws Exception {
        String id = step.maybe("view").isPresent() ? scene.views.get(step.word("view")) : room.id(step);
        step.maybe("named").ifPresent(name -> scene.views.put(name, id));
        if (step.maybe("file").isPresent()) {
            compare(scene.journey.folder().resolve(step.word("file")), room.json(step.word("as"), id));
        }
    }

    private void compare(Path file, JsonNode content) throws Exception {
        String seen = JSON.writeValueAsString(new Normaliser(scene.beganAt).of(content)) + "\n";
        if (WRITE) {
            Files.writeString(file, seen);
            return;
        }
        // Both whole, side by side, for a person to compare; the failure itself names the first line that differs.
        Path beside = Files.createDirectories(Path.of("target", "journeys", scene.journey.name()));
        Files.writeString(beside.resolve(file.getFileName()), seen);
        List<String> expected = Files.readAllLines(file);
        List<String> lines = seen.lines().toList();
        for (int i = 0; i < Math.min(expected.size(), lines.size()); i++) {
            assertThat(lines.get(i).strip())
                    .as("line %d of %s; all of it is in %s", i + 1, file.getFileName(), beside)
                    .isEqualTo(expected.get(i).strip());
        }
        assertThat(lines).as(file.getFileName() + "; all of it is in " + beside).hasSameSizeAs(expected);
    }
}
