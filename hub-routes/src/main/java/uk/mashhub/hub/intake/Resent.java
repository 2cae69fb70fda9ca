package uk.mashhub.hub.intake;

import java.util.List;
import java.util.Optional;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * What another body under a known id is. Ruling 19 calls it a conflict, because something was taken in under that id. Where
 * the first could not be read nothing was, and its enquiry waits on the board (ruling 26): the other body is its mended
 * form, which comes to the same enquiry with the same clock, as one that a person mends does.
 */
public final class Resent {
    private static final String WAITING = "WAITING";

    private final Inbox inbox;
    private final QuarantineStore store;

    public Resent(Inbox inbox, QuarantineStore store) {
        this.inbox = inbox;
        this.store = store;
    }

    /** What stands in quarantine for it and waits; empty if nothing does. */
    Optional<QuarantineStore.Kept> waiting(Principal sender, MessageId message) {
        return waiting(store.unread(sender, message));
    }

    private static Optional<QuarantineStore.Kept> waiting(List<QuarantineStore.Kept> unread) {
        return unread.stream().filter(k -> k.row().state().equals(WAITING)).findFirst();
    }

    /** Whether this body was taken as the mended form before. */
    boolean known(Principal sender, MessageId message, byte[] bodyDigest) {
        return store.unread(sender, message).stream()
                .anyMatch(k -> inbox.holds(sender, Quarantine.replayOf(k.id()), bodyDigest));
    }

    /** Whether another body under a known id is taken, or was. */
    public boolean taken(Principal sender, MessageId message, byte[] bodyDigest) {
        return waiting(sender, message).isPresent() || known(sender, message, bodyDigest);
    }
}
