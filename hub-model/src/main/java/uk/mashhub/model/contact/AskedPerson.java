package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;

/**
 * A person asked about: names, date of birth, verified identifiers, and no more unless a rule adds it.
 *
 * @param key random; the answer uses it for this person
 */
public record AskedPerson(
        PersonKey key,
        List<PersonName> names,
        Optional<BirthDate> birthDate,
        List<PersonIdentifier> identifiers,
        Optional<Address> address) {
    public AskedPerson {
        Objects.requireNonNull(key, "key");
        names = List.copyOf(names);
        Objects.requireNonNull(birthDate, "birthDate");
        identifiers = List.copyOf(identifiers);
        Objects.requireNonNull(address, "address");
    }

    @Override
    public String toString() {
        return "AskedPerson[not shown]";
    }
}
