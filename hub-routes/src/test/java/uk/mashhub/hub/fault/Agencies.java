package uk.mashhub.hub.fault;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import uk.mashhub.model.RandomSource;
import uk.mashhub.simulators.SimulatedAgencies;
import uk.mashhub.simulators.SimulatorSettings;

/** The simulated agencies of a hub that is about to be ill-treated. */
final class Agencies {
    private static final SecureRandom SECURE = new SecureRandom();

    private Agencies() {}

    static SimulatedAgencies start(Path work, int hubPort) {
        return SimulatedAgencies.start(
                new SimulatorSettings(work.resolve("agencies"), Clock.systemUTC(), random()),
                URI.create("http://127.0.0.1:" + hubPort));
    }

    static RandomSource random() {
        return length -> {
            byte[] bytes = new byte[length];
            SECURE.nextBytes(bytes);
            return bytes;
        };
    }
}
