package uk.mashhub.hub;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.assemble.PacketAssembler;
import uk.mashhub.hub.decide.Decider;
import uk.mashhub.hub.decide.PublishedPolicy;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.match.CaseWork;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.SharingStops;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.policy.ItemDecision;

/** How a locked enquiry stands: what is known on it, assembled, and what is decided on that. */
public final class Assembly {
    private final Partnership partnership;
    private final PacketAssembler assembler;
    private final PeopleBook book;
    private final CaseWork caseWork;
    private final PublishedPolicy published;
    private final SharingStops stops;
    private final Decider decider;
    private final Clock clock;

    public Assembly(
            Partnership partnership,
            PacketAssembler assembler,
            PeopleBook book,
            CaseWork caseWork,
            PublishedPolicy published,
            SharingStops stops,
            Decider decider,
            Clock clock) {
        this.partnership = partnership;
        this.assembler = assembler;
        this.book = book;
        this.caseWork = caseWork;
        this.published = published;
        this.stops = stops;
        this.decider = decider;
        this.clock = clock;
    }

    /** What is known. While the head is held, neither the policy nor what agencies share can change. */
    Packet packet(Enquiry enquiry) {
        published.hold();
        return assembled(enquiry);
    }

    /** What is known, whatever policy there is. */
    Packet assembled(Enquiry enquiry) {
        return assembler.packet(
                enquiry,
                area(enquiry),
                stops.of(enquiry.row().area()).stopped(),
                book.travelling(book.peopleOf(enquiry.id())),
                clock.instant());
    }

    Area area(Enquiry enquiry) {
        return partnership.area(enquiry.row().area()).orElseThrow();
    }

    /** The views that there are of what is known. */
    List<Decider.TeamView> views(Enquiry enquiry, Packet packet) {
        return decider.held(packet, area(enquiry), caseWork.elsewhere(enquiry));
    }

    /** Whether no view hides that an item is there. */
    boolean knownToAll(Enquiry enquiry, Packet packet, ItemId item) {
        return decider.knownToAll(packet, area(enquiry), caseWork.elsewhere(enquiry), item);
    }

    /** Of all teams: what settling a link lifts, it may lift for one that settles none. */
    List<Decider.TeamView> decided(Enquiry enquiry) {
        return views(enquiry, packet(enquiry));
    }

    Map<TeamId, List<ItemDecision>> decidedWhereLinksAreSettled(Enquiry enquiry) {
        return decider.decidedWhereLinksAreSettled(packet(enquiry), area(enquiry), caseWork.elsewhere(enquiry));
    }
}
