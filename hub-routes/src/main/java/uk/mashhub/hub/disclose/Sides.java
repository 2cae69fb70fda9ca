package uk.mashhub.hub.disclose;

import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** On whose side somebody outside the room may be. */
final class Sides {
    private Sides() {}

    /** An agency with officers who act for adults is on the side of each of them (ruling 4). */
    static boolean actsForAnAdult(Area area, Agency agency) {
        return area.teams().stream()
                .anyMatch(t -> t.agency().equals(agency.id()) && t.perspective() == Team.Perspective.EACH_ADULT);
    }

    static boolean harmsSomebody(Packet packet) {
        return packet.people().stream()
                .anyMatch(p -> p.roles().contains(SubjectRole.ALLEGED_PERPETRATOR)
                        || p.flags().stream().map(PersonFlag::flag).anyMatch(f -> f == SafetyFlag.PERPETRATOR_LINKED));
    }
}
