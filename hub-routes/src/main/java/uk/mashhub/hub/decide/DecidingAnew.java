package uk.mashhub.hub.decide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.audit.JointTrace;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.match.CaseWork;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.TeamId;

/** Decides on a locked enquiry as the journey does, and writes nothing. */
public final class DecidingAnew implements Function<Enquiry, JointTrace.Anew> {
    private final Function<Enquiry, Packet> packets;
    private final Decider decider;
    private final CaseWork caseWork;
    private final PublishedPolicy published;
    private final Partnership partnership;

    /** @param packets the packet of a locked enquiry */
    public DecidingAnew(
            Function<Enquiry, Packet> packets,
            Decider decider,
            CaseWork caseWork,
            PublishedPolicy published,
            Partnership partnership) {
        this.packets = packets;
        this.decider = decider;
        this.caseWork = caseWork;
        this.published = published;
        this.partnership = partnership;
    }

    @Override
    public JointTrace.Anew apply(Enquiry enquiry) {
        Area area = partnership.area(enquiry.row().area()).orElseThrow();
        Packet packet = packets.apply(enquiry);
        Map<TeamId, Set<PersonId>> elsewhere = caseWork.elsewhere(enquiry);
        return new JointTrace.Anew(
                packet.items(),
                ofTeams(decider.views(packet, area, elsewhere)),
                ofTeams(decider.held(packet, area, elsewhere)),
                published.hold().policy().book());
    }

    private static List<JointTrace.OfTeam> ofTeams(List<Decider.TeamView> views) {
        return views.stream()
                .map(v -> new JointTrace.OfTeam(v.team(), v.decided().decisions()))
                .toList();
    }
}
