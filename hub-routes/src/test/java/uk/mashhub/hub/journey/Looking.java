package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Words in the raw bytes of all that a person gets of this journey: view, queue line, links and page. {@code absent: {as:
 * [housing], words: [..]}}, {@code as: everybody}; {@code present} looks in the views.
 */
final class Looking {
    private final Scene scene;
    private final Room room;

    Looking(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void absent(Step step) throws Exception {
        for (String user : users(step)) {
            for (Map.Entry<String, String> surface : surfaces(user, step).entrySet()) {
                for (String word : step.words("words")) {
                    assertThat(Texts.holds(surface.getValue(), word))
                            .as("%s of %s holds '%s'", surface.getKey(), user, word)
                            .isFalse();
                }
            }
        }
    }

    void present(Step step) throws Exception {
        for (String user : users(step)) {
            List<String> bodies = new ArrayList<>();
            for (JsonNode queued : queue(user, step)) {
                bodies.add(room.view(user, queued.path("id").asString()));
            }
            for (String word : step.words("words")) {
                assertThat(bodies.stream().anyMatch(b -> Texts.holds(b, word)))
                        .as("a view of %s holds '%s'", user, word)
                        .isTrue();
            }
        }
    }

    private static List<String> users(Step step) {
        if (step.with().path("as").isArray()) {
            return step.words("as");
        }
        return step.word("as").equals("everybody") ? Room.EVERYBODY : List.of(step.word("as"));
    }

    private List<JsonNode> queue(String user, Step step) throws Exception {
        return room.queue(user).stream()
                .filter(q -> step.maybe("on")
                        .map(q.path("line").path("name").asString("")::equals)
                        .orElse(true))
                .filter(q -> step.maybe("referral")
                        .map(scene.references::get)
                        .map(Room.reference(q)::equals)
                        .orElse(true))
                .toList();
    }

    private Map<String, String> surfaces(String user, Step step) throws Exception {
        Map<String, String> surfaces = new LinkedHashMap<>();
        for (JsonNode queued : queue(user, step)) {
            String id = queued.path("id").asString();
            surfaces.put("queue line " + id, queued.toString());
            surfaces.put("view " + id, room.view(user, id));
            surfaces.put("links " + id, room.visitor(user).page(Paths.LINKS.formatted(id)));
            surfaces.put("page " + id, room.visitor(user).page(Paths.PAGE.formatted(id)));
            scene.opened(user);
        }
        return surfaces;
    }
}
