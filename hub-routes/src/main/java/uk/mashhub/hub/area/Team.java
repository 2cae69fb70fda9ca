package uk.mashhub.hub.area;

import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;

/**
 * A team of an area, in one role.
 *
 * @param perspective whose packet its members read
 */
public record Team(TeamId id, String name, AgencyId agency, Role role, Placement placement, Perspective perspective) {
    private static final Set<Role> SETTLES_LINKS =
            Set.of(Role.DECISION_MAKER, Role.SCREENING_SOCIAL_WORKER, Role.LINK_STEWARD);

    private static final Set<Role> NAMED_UNITS = Set.of(Role.PROTECTED_PERSONS_UNIT, Role.ADOPTION_LEAD);

    /** Whose packet a team reads. */
    public enum Perspective {
        /** The children whom the referral is about. */
        INDEX_CHILD,
        /** Each adult of the household, for officers who act for an adult. */
        EACH_ADULT,
        /** The team reads no packet. */
        NONE
    }

    public Team {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(perspective, "perspective");
    }

    /** Whether its members settle who is who (ruling 33). */
    public boolean settlesLinks() {
        return SETTLES_LINKS.contains(role);
    }

    /** Whether it is named to know of people whom a statute keeps apart, and settles who they are (ruling 33). */
    public boolean isNamedUnit() {
        return NAMED_UNITS.contains(role);
    }

    /** The team as policy knows it. */
    public Audience audience(Area area) {
        return new Audience(
                area.code(), id, role, agency, area.agency(agency).orElseThrow().sector(), placement);
    }
}
