package uk.mashhub.hub.fault;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.command.Visitor;

/** Raises a family's enquiries to section 47 and rates them, so that agencies are asked and get their views. */
final class DecisionMaker {
    private static final int DONE = 204;

    private final Visitor visitor;

    DecisionMaker(FrailHub hub) throws Exception {
        this.visitor = hub.visitor("decision");
    }

    /** Waits for that many enquiries about the family, all of them open to agencies. */
    void letAgenciesIn(int family, int enquiries) {
        TheHub.await(enquiries + " enquiries about family " + family, () -> {
            try {
                return opened(family) >= enquiries ? true : null;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private int opened(int family) throws Exception {
        int open = 0;
        for (JsonNode queued : visitor.queue()) {
            JsonNode line = queued.path("line");
            if (!line.path("name").asString("").startsWith(Families.child(family))) {
                continue;
            }
            boolean rated = line.path("purpose").asString("").equals("S47")
                    && line.path("rating").asString("").equals("RED");
            if (rated || raise(line.path("reference").asString(""))) {
                open++;
            }
        }
        return open;
    }

    private boolean raise(String reference) throws Exception {
        return act(reference, Map.of("act", "SetPurpose", "purpose", "S47", "grounds", "He is looking for them."))
                && act(reference, Map.of("act", "Rate", "rating", "RED", "reason", "He is looking for them."));
    }

    /** A view of another purpose has another id, so it is looked for anew. */
    private boolean act(String reference, Map<String, Object> act) throws Exception {
        for (JsonNode queued : visitor.queue()) {
            if (queued.path("line").path("reference").asString("").equals(reference)) {
                return visitor.act(queued.path("id").asString(), act).status() == DONE;
            }
        }
        return false;
    }
}
