package uk.mashhub.hub.intake;

import java.util.Optional;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.model.id.Principal;

/** Finds the sender that a principal is. */
public final class Senders {
    /** The hub's own HTTP doors: the only principal that may speak on behalf of another. */
    public static final Principal DOOR = new Principal("hub-door");

    private final Partnership partnership;

    public Senders(Partnership partnership) {
        this.partnership = partnership;
    }

    /** The sender, or empty if no area knows the principal. */
    public Optional<Sender> of(Principal principal) {
        return partnership.areaOf(principal).flatMap(area -> sender(area, principal));
    }

    /** Who really speaks: the door's word is believed for whom it authenticated, nobody else's is. */
    public Principal speaking(Principal transport, String onBehalfOf) {
        return transport.equals(DOOR) ? new Principal(onBehalfOf) : transport;
    }

    private static Optional<Sender> sender(Area area, Principal principal) {
        return area.sourceOf(principal)
                .flatMap(source ->
                        area.agencyOf(source.id()).map(agency -> new Sender(principal, area, agency, source)));
    }
}
