package uk.mashhub.model.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.vocabulary.Sex;

/**
 * What one source says of one person's identity. Any list may be empty.
 *
 * @param telephones as the source writes them
 */
public record PersonDetails(
        List<PersonName> names,
        Optional<BirthDate> birthDate,
        Sex sex,
        List<PersonIdentifier> identifiers,
        List<DatedAddress> addresses,
        List<String> telephones) {
    public PersonDetails {
        names = List.copyOf(names);
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(sex, "sex");
        identifiers = List.copyOf(identifiers);
        addresses = List.copyOf(addresses);
        telephones = List.copyOf(telephones);
    }

    /** The first usual name, or the first of any use. */
    public Optional<PersonName> usualName() {
        return names.stream()
                .filter(n -> n.use() == NameUse.USUAL)
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    @Override
    public String toString() {
        return "PersonDetails[not shown]";
    }
}
