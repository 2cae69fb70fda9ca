package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.Address;

/** People of a contact who live together. */
public record ContactHousehold(Optional<Address> address, List<PersonKey> members) {
    public ContactHousehold {
        Objects.requireNonNull(address, "address");
        members = List.copyOf(members);
    }
}
