package uk.mashhub.hub.triage;

import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Item;
import uk.mashhub.policy.Handles;

/** Finds what a handle on a reader's page stands for. */
public final class HandleFinder {
    private final Handles handles;
    private final ViewKey view;
    private final Packet packet;
    private final long version;

    /** @param version of the view as it is now, under the lock on the enquiry */
    HandleFinder(Handles handles, ViewKey view, Packet packet, long version) {
        this.handles = handles;
        this.view = view;
        this.packet = packet;
        this.version = version;
    }

    /**
     * The version of the view that the person had read, which must be what it is now. A version counts what changed for
     * this reader alone, so a refusal tells nobody of what they may not know of.
     */
    public long seen(String read) {
        if (!read.equals(Long.toString(version))) {
            throw new NotAllowed("The packet has changed since you opened it: read what is new, then do it again.");
        }
        return version;
    }

    /** The person, or {@link NotAllowed}. */
    public PersonId person(String handle) {
        return packet.people().stream()
                .map(PacketPerson::id)
                .filter(p -> handles.person(view, p).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("Choose a person of this enquiry."));
    }

    /** The item, or {@link NotAllowed}. */
    public ItemId item(String handle) {
        return packet.items().stream()
                .map(Item::id)
                .filter(i -> handles.line(view, i).equals(handle))
                .findFirst()
                .orElseThrow(() -> new NotAllowed("There is no such line."));
    }

    /** Every child whom the enquiry is about. */
    public java.util.List<PersonId> everybody() {
        return packet.people().stream().map(PacketPerson::id).toList();
    }
}
