package uk.mashhub.hub.governance;

import java.util.Optional;
import java.util.UUID;
import uk.mashhub.adapter.IntakeMessage;

/**
 * A message that waits, opened by somebody who may.
 *
 * @param text what can be read and mended, as text
 * @param contact the contact in it; empty if it is none, and so cannot be replayed from the page
 */
public record QuarantinedMessage(UUID id, String text, Optional<IntakeMessage> contact) {
    /** Whether it can be mended and sent again. */
    public boolean mendable() {
        return contact.isPresent();
    }

    @Override
    public String toString() {
        return "QuarantinedMessage[" + id + "]";
    }
}
