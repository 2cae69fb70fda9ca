package uk.mashhub.hub.triage;

import java.util.Objects;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.model.vocabulary.Role;

/** Who reads a screen: the person, and the team of an area as it is configured now. */
public record Reader(SignedIn who, Area area, Team team) {
    public Reader {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(team, "team");
    }

    /** The role of the reader's team. */
    public Role role() {
        return team.role();
    }

    /** The agency of the reader's team. */
    public Agency agency() {
        return area.agency(team.agency()).orElseThrow();
    }

    @Override
    public String toString() {
        return "Reader[" + who.user() + "]";
    }
}
