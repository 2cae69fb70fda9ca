package uk.mashhub.hub.journey;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TheHub;

/**
 * Waits for what happens by itself. {@code await: {as: decision, on: .., stage: READY, states: {agency: ANSWERED}, has:
 * [words], lacks: [words]}}: all of it at once.
 */
final class Waiting {
    private final Room room;

    Waiting(Room room) {
        this.room = room;
    }

    void await(Step step) throws Exception {
        try {
            TheHub.await(step.with().toString(), () -> there(step) ? true : null);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; there is " + room.find(step), e);
        }
    }

    private boolean there(Step step) {
        try {
            return room.find(step).filter(q -> is(step, q.path("line"))).isPresent() && reads(step);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean reads(Step step) throws Exception {
        if (!step.with().has("has") && !step.with().has("lacks")) {
            return true;
        }
        String body = room.view(step.word("as"), room.id(step));
        return step.words("has").stream().allMatch(body::contains)
                && step.words("lacks").stream().noneMatch(body::contains);
    }

    private static boolean is(Step step, JsonNode line) {
        return step.maybe("stage")
                        .map(s -> s.equals(line.path("stage").asString("")))
                        .orElse(true)
                && step.with().path("states").properties().stream().allMatch(s -> stands(s, line));
    }

    private static boolean stands(Map.Entry<String, JsonNode> wanted, JsonNode line) {
        for (JsonNode agency : line.path("agencies")) {
            if (agency.path("agency").asString("").equals(wanted.getKey())) {
                return agency.path("state")
                        .asString("")
                        .equals(wanted.getValue().asString(""));
            }
        }
        return false;
    }
}
