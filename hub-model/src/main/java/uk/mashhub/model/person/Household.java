package uk.mashhub.model.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.HouseholdId;

/**
 * People who live together, and when each did.
 *
 * @param address empty if it is not known where the household lives
 */
public record Household(HouseholdId id, Optional<Address> address, List<HouseholdMember> members) {
    public Household {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(address, "address");
        members = List.copyOf(members);
    }

    @Override
    public String toString() {
        return "Household[" + id + "]";
    }
}
