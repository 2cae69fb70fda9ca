package uk.mashhub.hub.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** What a person of the room finds on the queue and in the packets of this journey's enquiries. */
final class Room {
    /** Everybody who signs in. */
    static final List<String> EVERYBODY = List.of(
            "decision", "screening", "police", "health", "education", "housing", "support", "ig-council", "ig-police");

    private static final JsonMapper JSON = JsonMapper.shared();
    private final Scene scene;

    Room(Scene scene) {
        this.scene = scene;
    }

    Visitor visitor(String user) throws Exception {
        return scene.hub.visitor(user);
    }

    /** Everything on a person's queue, of other journeys too. */
    List<JsonNode> wholeQueue(String user) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        visitor(user).queue().forEach(lines::add);
        if (!lines.isEmpty()) {
            // A list that shows nothing, as while all of it is decided again, opens nothing.
            scene.opened(user);
        }
        return lines;
    }

    /** What of this journey is on a person's queue. */
    List<JsonNode> queue(String user) throws Exception {
        return wholeQueue(user).stream()
                .filter(q -> scene.references.containsValue(reference(q)))
                .toList();
    }

    static String reference(JsonNode queued) {
        return queued.path("line").path("reference").asString("");
    }

    /** The view that a step means: as whom, on whom, of which referral. */
    Optional<JsonNode> find(Step step) throws Exception {
        Optional<String> on = step.maybe("on");
        Optional<String> reference = step.maybe("referral").map(scene.references::get);
        List<JsonNode> found = queue(step.word("as")).stream()
                .filter(q -> reference.map(reference(q)::equals).orElse(true))
                .filter(q ->
                        on.map(q.path("line").path("name").asString("")::equals).orElse(true))
                .toList();
        if (found.size() > 1) {
            throw new AssertionError(found.size() + " views are meant; say 'on' or 'referral'");
        }
        return found.stream().findFirst();
    }

    /** The id of that view, which must be there; a page may have been turned while it moved from one to the other. */
    String id(Step step) {
        JsonNode found = TheHub.await("a view for " + step.word("as"), () -> {
            try {
                return find(step).orElse(null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return found.path("id").asString();
    }

    /** The version of a view that stands on a person's queue. */
    String version(String user, String id) throws Exception {
        return wholeQueue(user).stream()
                .filter(q -> q.path("id").asString("").equals(id))
                .map(q -> q.path("version").asString())
                .findFirst()
                .orElse("");
    }

    /** The bytes of a view, as they are served. */
    String view(String user, String id) throws Exception {
        String body = visitor(user).page(Paths.VIEW.formatted(id));
        scene.opened(user);
        return body;
    }

    JsonNode json(String user, String id) throws Exception {
        return JSON.readTree(view(user, id).getBytes(StandardCharsets.UTF_8));
    }
}
