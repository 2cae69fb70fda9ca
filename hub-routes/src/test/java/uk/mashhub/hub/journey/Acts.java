package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.command.Visitor;

/**
 * What people do. {@code act: {as: decision, on: name, referral: .., act: Rate, rating: RED, reason: .., expect: 204}}; with
 * {@code view: name} on a view that an earlier step has named, whoever may see it now.
 */
final class Acts {
    private static final Set<String> OF_THE_STEP = Set.of("as", "on", "referral", "view", "expect", "says");
    /** Acts that say which version of the view their maker had read: the newest, unless the step says another. */
    private static final Set<String> READ_FIRST = Set.of("DecideChild", "RecordOverride");

    private final Scene scene;
    private final Room room;

    Acts(Scene scene, Room room) {
        this.scene = scene;
        this.room = room;
    }

    void act(Step step) throws Exception {
        String user = step.word("as");
        String view = step.with().has("view") ? scene.views.get(step.word("view")) : room.id(step);
        Map<String, Object> act = new LinkedHashMap<>();
        Placeholders placeholders = new Placeholders(room, user, view);
        for (Map.Entry<String, JsonNode> word : step.with().properties()) {
            if (!OF_THE_STEP.contains(word.getKey())) {
                act.put(word.getKey(), value(word.getValue(), placeholders));
            }
        }
        if (READ_FIRST.contains(step.word("act"))) {
            act.putIfAbsent("version", room.version(user, view));
        }
        Visitor.Answered answer = room.visitor(user).act(view, act);
        assertThat(answer.status()).as("the desk's answer: " + answer.text()).isEqualTo(step.number("expect", 204));
        Texts.says("the desk", answer.text(), step.words("says"));
        scene.opened(user);
        if (answer.status() == 404) {
            scene.openings.merge(user, -1, Integer::sum);
        }
    }

    private static Object value(JsonNode word, Placeholders placeholders) throws Exception {
        if (word.isArray()) {
            List<Object> all = new ArrayList<>();
            for (JsonNode each : word) {
                all.add(value(each, placeholders));
            }
            return all;
        }
        if (word.isBoolean()) {
            return word.asBoolean();
        }
        return placeholders.resolve(word.asString(""));
    }
}
