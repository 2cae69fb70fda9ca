package uk.mashhub.match.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;

/** Two invented people. */
final class Invented {
    /** Ada Example, born 7 March 2015, at ZZ1 1AA. */
    static final PersonDetails ADA = new PersonDetails(
            List.of(new PersonName(List.of("Ada"), "Example", NameUse.USUAL)),
            Optional.of(new BirthDate(LocalDate.of(2015, 3, 7), BirthDate.Accuracy.ACCURATE)),
            Sex.UNKNOWN,
            List.of(),
            List.of(new DatedAddress(
                    new Address(List.of("1 Test Street"), "ZZ1 1AA", Optional.empty()),
                    DatedAddress.AddressUse.CURRENT,
                    Optional.empty(),
                    Optional.empty())),
            List.of());

    /** Bea Sample, of whom nothing else is known. */
    static final PersonDetails BEA = new PersonDetails(
            List.of(new PersonName(List.of("Bea"), "Sample", NameUse.USUAL)),
            Optional.empty(),
            Sex.UNKNOWN,
            List.of(),
            List.of(),
            List.of());

    private Invented() {}

    static PersonId id(int number) {
        return new PersonId(new UUID(0, number));
    }
}
