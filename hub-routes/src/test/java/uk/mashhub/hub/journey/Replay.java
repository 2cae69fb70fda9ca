package uk.mashhub.hub.journey;

import java.util.HashMap;
import java.util.Map;
import uk.mashhub.hub.TheHub;

/** One journey being replayed: each step by its verb, then the log. */
final class Replay {
    private final Scene scene;
    private final LogBook log;
    private final Map<String, Verb> verbs = new HashMap<>();

    private Replay(Scene scene) {
        this.scene = scene;
        this.log = new LogBook(scene);
        SentToAgencies sent = SentToAgencies.of(scene.hub);
        Room room = new Room(scene);
        Arrivals arrivals = new Arrivals(scene, room);
        Looking looking = new Looking(scene, room);
        Faults faults = new Faults(scene);
        verbs.put("send", arrivals::form);
        verbs.put("fhir", arrivals::fhir);
        verbs.put("drop", arrivals::drop);
        verbs.put("outcome", arrivals::outcome);
        verbs.put("act", new Acts(scene, room)::act);
        verbs.put("await", new Waiting(room)::await);
        verbs.put("view", new GoldenView(scene, room)::view);
        verbs.put("absent", looking::absent);
        verbs.put("present", looking::present);
        verbs.put("nothing", new Nothing(scene, room)::nothing);
        verbs.put("asked", new Asked(sent)::asked);
        verbs.put("source", faults::source);
        verbs.put("pass", faults::pass);
        verbs.put("page", new Pages(scene, room)::page);
        verbs.put("draft", new Draft(scene)::draft);
        verbs.put("board", new Board(room)::board);
        verbs.put("quarantined", new Quarantined(scene)::quarantined);
        verbs.put("log", log::has);
    }

    static Replay of(TheHub hub, Journey journey) {
        return new Replay(new Scene(hub, journey));
    }

    void run() throws Exception {
        try {
            for (Step step : scene.journey.steps()) {
                run(step);
            }
            log.holdsEverything();
        } finally {
            Faults.allWell(scene.hub);
            Draft.asBefore(scene.hub);
        }
    }

    private void run(Step step) throws Exception {
        Verb verb = verbs.get(step.verb());
        if (verb == null) {
            throw new AssertionError("there is no " + step);
        }
        try {
            verb.run(step);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(scene.journey.name() + ", " + step + ": " + e.getMessage(), e);
        }
    }
}
