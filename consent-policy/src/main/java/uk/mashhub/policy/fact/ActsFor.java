package uk.mashhub.policy.fact;

import java.util.Collection;
import java.util.Set;
import uk.mashhub.model.id.PersonId;

/**
 * For whom a reader's team acts, in this enquiry and in every other (ruling 4): housing acts for its tenant, probation for
 * whom it supervises, whichever enquiry made them so. The caller looks it up; the policy draws the conclusions.
 *
 * @param people everybody for whom the team acts who has, or may have, to do with somebody of this enquiry. Whoever is, or
 *     may be, one of its people stands under that person's id; whoever is not counts as on the perpetrator's side
 * @param complete whether that is everybody. Where it is not, whatever leaves the room is made as for the perpetrator's
 *     side
 */
public record ActsFor(Set<PersonId> people, boolean complete) {
    public ActsFor {
        people = Set.copyOf(people);
    }

    /** A team that acts for nobody, such as an agency's desk in the room. */
    public static ActsFor nobody() {
        return exactly(Set.of());
    }

    /** A team that acts for these, and, looking across all enquiries, for nobody else here. */
    public static ActsFor exactly(Collection<PersonId> people) {
        return new ActsFor(Set.copyOf(people), true);
    }

    /** A team that acts for these; nobody has looked for whom else. */
    public static ActsFor atLeast(Collection<PersonId> people) {
        return new ActsFor(Set.copyOf(people), false);
    }

    @Override
    public String toString() {
        return "ActsFor[" + people.size() + (complete ? "]" : " or more]");
    }
}
