package uk.mashhub.hub.api;

import java.util.Optional;
import uk.mashhub.model.id.MessageId;

/** Reads what a sender calls its message. */
public final class MessageIds {
    private MessageIds() {}

    /** The id; empty if the text is no id. */
    public static Optional<MessageId> of(String text) {
        try {
            return Optional.of(new MessageId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
