package uk.mashhub.adapter.police.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * One person as one police record or form has them.
 *
 * @param contacts email addresses, school and vehicles: fields that lead to where the person is
 * @param flags raised by markers of the record itself
 * @param complainant marked as complainant of a sexual offence
 */
public record PersonSheet(
        PersonKey key,
        Set<SubjectRole> roles,
        List<PersonName> names,
        Optional<BirthDate> birthDate,
        Sex sex,
        List<PersonIdentifier> identifiers,
        List<SafeAddress> addresses,
        List<SafeTelephone> telephones,
        List<ItemField> contacts,
        Set<SafetyFlag> flags,
        boolean complainant) {

    /** An address and whether it must be kept from somebody. */
    public record SafeAddress(DatedAddress dated, boolean safe) {
        public SafeAddress {
            Objects.requireNonNull(dated, "dated");
        }

        /** Whether the person may be there now. */
        public boolean current() {
            return dated.use() != DatedAddress.AddressUse.PREVIOUS && dated.to().isEmpty();
        }
    }

    /** A telephone number and whether it alone is safe to ring. */
    public record SafeTelephone(String number, boolean safe) {
        public SafeTelephone {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public String toString() {
            return "SafeTelephone[safe=" + safe + "]";
        }
    }

    public PersonSheet {
        Objects.requireNonNull(key, "key");
        roles = Set.copyOf(roles);
        names = List.copyOf(names);
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        identifiers = List.copyOf(identifiers);
        addresses = List.copyOf(addresses);
        telephones = List.copyOf(telephones);
        contacts = List.copyOf(contacts);
        flags = Set.copyOf(flags);
    }

    /** The same person under another key. */
    public PersonSheet keyed(PersonKey other) {
        return new PersonSheet(
                other, roles, names, birthDate, sex, identifiers, addresses, telephones, contacts, flags, complainant);
    }

    /** Whether this person's record gives a place or number to be kept from somebody. */
    public boolean kept() {
        return addresses.stream().anyMatch(SafeAddress::safe)
                || telephones.stream().anyMatch(SafeTelephone::safe)
                || flags.stream().anyMatch(SafetyFlag::hidesLocation);
    }

    /** Whether all that the person is to the matter is to have seen, told or stood by. */
    public boolean thirdParty() {
        return !roles.isEmpty() && roles.stream().allMatch(RoleWords::thirdParty);
    }

    /** What the matcher reads. */
    public PersonDetails details() {
        return new PersonDetails(
                names,
                birthDate,
                sex,
                identifiers,
                addresses.stream().map(SafeAddress::dated).toList(),
                telephones.stream().map(SafeTelephone::number).toList());
    }

    @Override
    public String toString() {
        return "PersonSheet" + roles;
    }
}
