package uk.mashhub.hub.governance;

import java.util.UUID;

/**
 * A message that waits, opened by somebody who may.
 *
 * @param text what can be read and mended, as text
 * @param mendable whether it can be mended and sent again: a contact, or an answer, of a known sender
 */
public record QuarantinedMessage(UUID id, String text, boolean mendable) {
    @Override
    public String toString() {
        return "QuarantinedMessage[" + id + "]";
    }
}
