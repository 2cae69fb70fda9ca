package uk.mashhub.hub.api;

import org.springframework.dao.DataAccessException;
import uk.mashhub.hub.intake.Resent;
import uk.mashhub.hub.storage.Inbox;
import uk.mashhub.model.id.MessageId;
import uk.mashhub.model.id.Principal;

/**
 * Whether an id is known with another body, so that its sender can be told at once. Only a courtesy: the hub's intake
 * decides, under a lock, and quarantines the conflict.
 */
public final class KnownMessages {
    private final Inbox inbox;
    private final Resent resent;

    public KnownMessages(Inbox inbox, Resent resent) {
        this.inbox = inbox;
        this.resent = resent;
    }

    /** Whether the inbox holds the id with another body, of which this is not the mended form. False while the database is away: the broker still takes it. */
    boolean conflicts(Principal principal, MessageId id, byte[] bodyDigest) {
        try {
            return inbox.conflicts(principal, id, bodyDigest) && !resent.taken(principal, id, bodyDigest);
        } catch (DataAccessException e) {
            return false;
        }
    }
}
