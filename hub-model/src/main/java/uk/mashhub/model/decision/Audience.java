package uk.mashhub.model.decision;

import java.util.Objects;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

/** Who reads: a team of an area in one role. Comes from configuration, never from a request. */
public record Audience(AreaCode area, TeamId team, Role role, AgencyId agency, Sector sector, Placement placement) {
    public Audience {
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(sector, "sector");
        Objects.requireNonNull(placement, "placement");
    }
}
