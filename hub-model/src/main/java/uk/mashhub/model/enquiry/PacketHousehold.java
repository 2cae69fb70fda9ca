package uk.mashhub.model.enquiry;

import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Household;

/**
 * A household, and who told of it.
 *
 * @param owner the agency that told of it
 * @param source the system of that agency
 * @param household members whose link is settled
 * @param candidates people of the enquiry who may be one whom the source counts to it: what shelters the household
 *     shelters them at once, and no reader is told of it (ruling 10)
 */
public record PacketHousehold(AgencyId owner, SourceId source, Household household, Set<PersonId> candidates) {
    public PacketHousehold {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(household, "household");
        candidates = Set.copyOf(candidates);
    }

    @Override
    public String toString() {
        return "PacketHousehold[" + source + "]";
    }
}
