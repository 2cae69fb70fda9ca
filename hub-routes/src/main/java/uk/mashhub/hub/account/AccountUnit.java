package uk.mashhub.hub.account;

import java.util.Optional;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.model.vocabulary.Role;

/** The named unit of an area that reads accounts and answers people: the host's, from which nothing is hidden. */
public final class AccountUnit {
    private AccountUnit() {}

    /** Whether a team is it. */
    public static boolean is(Team team, Area area) {
        return team.role() == Role.PROTECTED_PERSONS_UNIT
                && area.host().filter(team.agency()::equals).isPresent();
    }

    /** The host that has one; empty where nobody is named. */
    static Optional<Agency> host(Area area) {
        return area.teams().stream().filter(t -> is(t, area)).findFirst().flatMap(t -> area.agency(t.agency()));
    }
}
