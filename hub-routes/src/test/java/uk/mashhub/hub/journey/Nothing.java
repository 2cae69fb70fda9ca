package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** {@code nothing: {as: health, view: name}}: not on the queue, and 404 wherever the id of the view is tried. */
final class Nothing {
    private final Scene scene;
    private final Room room;

    Nothing(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void nothing(Step step) throws Exception {
        String user = step.word("as");
        assertThat(room.find(step)).as("a queue line").isEmpty();
        if (step.with().has("view")) {
            gone(user, scene.views.get(step.word("view")));
        }
    }

    private void gone(String user, String view) throws Exception {
        for (String path : new String[] {Paths.VIEW, Paths.LINKS, Paths.PAGE}) {
            assertThat(room.visitor(user).status(path.formatted(view))).as(path).isEqualTo(404);
        }
        assertThat(room.visitor(user)
                        .act(view, Map.of("act", "Rate", "rating", "GREEN", "reason", "Trying."))
                        .status())
                .as("an act")
                .isEqualTo(404);
    }
}
