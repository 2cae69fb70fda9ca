package uk.mashhub.hub.journey;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.mashhub.hub.TestTime;
import uk.mashhub.hub.TheHub;
import uk.mashhub.simulators.health.HealthSimulator;
import uk.mashhub.simulators.police.PoliceSimulator;

/** {@code source: {police: down}}, {@code up} or, of the police, {@code refusing}; {@code pass: {time: PT4H}}. */
final class Faults {
    private final Scene scene;

    Faults(Scene scene) {
        this.scene = scene;
    }

    void source(Step step) {
        for (Map.Entry<String, JsonNode> word : step.with().properties()) {
            if (word.getValue().asString("").equals("refusing")) {
                scene.hub.agency(PoliceSimulator.class).refuse("search", "PURPOSE_NOT_AGREED");
            } else {
                turn(word.getKey(), word.getValue().asString("").equals("down"));
            }
        }
    }

    private void turn(String source, boolean down) {
        if (source.equals("police")) {
            PoliceSimulator police = scene.hub.agency(PoliceSimulator.class);
            if (down) {
                police.takeDown();
            } else {
                police.bringUp();
            }
            return;
        }
        HealthSimulator.Service service = HealthSimulator.Service.valueOf(source.toUpperCase(Locale.ROOT));
        if (down) {
            scene.hub.agency(HealthSimulator.class).takeDown(service);
        } else {
            scene.hub.agency(HealthSimulator.class).bringUp(service);
        }
    }

    void pass(Step step) {
        TestTime.pass(Duration.parse(step.word("time")));
    }

    /** Whatever a journey that failed has left. */
    static void allWell(TheHub hub) {
        hub.agency(PoliceSimulator.class).bringUp();
        for (HealthSimulator.Service service : HealthSimulator.Service.values()) {
            hub.agency(HealthSimulator.class).bringUp(service);
        }
    }
}
