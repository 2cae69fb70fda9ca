package uk.mashhub.hub.disclose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.mashhub.hub.storage.Listing;
import uk.mashhub.hub.storage.ViewList;
import uk.mashhub.model.enquiry.Stage;
import uk.mashhub.model.vocabulary.Rating;

/** What a team's queue shows of a view: a part of the view itself, so that it can say no more than the view does. */
record QueueLine(byte[] json, Listing listing) {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** The label of the line that stands for a message that could not be read. */
    private static final String UNREADABLE = "Unreadable message";

    private static final String CLOSED = Stage.CLOSED.name();
    private static final List<String> DONE = List.of(CLOSED, Stage.DECIDED.name(), Stage.OPEN_CASE.name());
    private static final List<String> FIRST =
            List.of(Rating.RED.name(), Rating.UNRATED.name(), Rating.AMBER.name(), Rating.GREEN.name());

    private static final Set<String> KEPT = new TreeSet<>(
            Set.of("reference", "rating", "stage", "purpose", "receivedAt", "dueAt", "agencies", "perspective"));

    /** @param view what the view says */
    static QueueLine of(JsonNode view) {
        ObjectNode line = JSON.createObjectNode();
        for (String name : KEPT) {
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
        return new QueueLine(JSON.writeValueAsBytes(line), listing(line));
    }

    /**
     * On which list a line stands, and where: what is closed is on no queue, unless an answer came after the decision;
     * what is still to be decided comes before what is done, red and unrated first, then what is due soonest.
     */
    private static Listing listing(JsonNode read) {
        String stage = read.path("stage").asString("");
        boolean closed = stage.equals(CLOSED) && !read.path("overtaken").asBoolean(false);
        Instant dueAt = Instant.parse(read.path("dueAt").asString(""));
        if (closed) {
            return new Listing(ViewList.CLOSED, 0, dueAt);
        }
        int rating = FIRST.indexOf(read.path("rating").asString(""));
        int rank = (rating < 0 ? FIRST.size() : rating) + (DONE.contains(stage) ? Listing.DONE : 0);
        return new Listing(ViewList.QUEUE, rank, dueAt);
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

    @Override
    public String toString() {
        return "QueueLine[" + listing + "]";
    }
}
