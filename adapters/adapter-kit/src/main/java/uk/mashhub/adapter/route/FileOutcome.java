package uk.mashhub.adapter.route;

import java.util.Optional;
import uk.mashhub.adapter.IntakeMessage;

/**
 * What becomes of one file.
 *
 * @param message goes to the hub
 * @param rejection goes next to the file as {@code <name>.rejected}
 * @param destroy the file is deleted instead of moved aside
 */
record FileOutcome(IntakeMessage message, Optional<Rejection> rejection, boolean destroy) {
    @Override
    public String toString() {
        return "FileOutcome[" + message + "]";
    }
}
