package uk.mashhub.hub.disclose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a team's queue shows of a view: a part of the view itself, so that it can say no more than the view does. */
final class QueueLine {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The label of the line that stands for a message that could not be read. */
    private static final String UNREADABLE = "Unreadable message";

    private static final String CLOSED = "CLOSED";

    private static final Set<String> KEPT =
            Set.of("reference", "rating", "stage", "purpose", "receivedAt", "dueAt", "agencies", "perspective");

    private QueueLine() {}

    static byte[] of(byte[] content) {
        JsonNode view = JSON.readTree(content);
        ObjectNode line = JSON.createObjectNode();
        for (String name : KEPT.stream().sorted().toList()) {
            if (view.has(name)) {
                line.set(name, view.get(name));
            }
        }
        List<String> names = new ArrayList<>();
        for (JsonNode person : view.path("people")) {
            if (person.path("handle")
                    .asString("")
                    .equals(view.path("perspective").asString("-"))) {
                names.add(person.path("name").asString(""));
            }
        }
        if (overtaken(view)) {
            line.put("overtaken", true);
        }
        line.put("name", unreadable(view).orElse(String.join(", ", names)));
        return JSON.writeValueAsBytes(line);
    }

    /** Whether a line is on its team's queue: what is closed is not, unless an answer came after the decision. */
    static boolean listed(byte[] line) {
        JsonNode read = JSON.readTree(line);
        return !read.path("stage").asString("").equals(CLOSED)
                || read.path("overtaken").asBoolean(false);
    }

    private static boolean overtaken(JsonNode view) {
        for (JsonNode decision : view.path("decisions")) {
            if (decision.path("overtaken").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    /** A contact that nobody could read has no name to show, only whom to ring (ruling 26). */
    private static Optional<String> unreadable(JsonNode view) {
        return view.findParents("label").stream()
                .filter(field -> field.path("label").asString("").equals(UNREADABLE))
                .map(field -> field.path("value").asString(""))
                .findFirst();
    }
}
