package uk.mashhub.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.Sex;

/** Invented people from small pools, so that many are alike in part. One seed always gives the same people. */
final class RandomPeople {
    /** What a record can say, or leave out. */
    enum Field {
        GIVEN,
        FAMILY,
        BORN,
        SEX,
        NHS,
        UPN,
        PNC,
        CRN,
        LOCAL,
        ADDRESS,
        TELEPHONE
    }

    private static final List<String> GIVEN = List.of(
            "Ada", "Ada Mary", "Adda", "A", "Liz", "Elizabeth", "Zoe", "Zoe Ann", "Example", "Unknown", "Zoe", "Ada");
    private static final List<String> FAMILY =
            List.of("Example", "Exampel", "Sample", "Example-Sample", "O'Neil", "ONeil", "Ada", "Al Test");
    private static final List<String> DATES =
            List.of("2015-03-07", "2015-07-03", "2015-01-01", "2015-11-30", "2014-12-20", "1985-03-07");
    private static final List<String> POSTCODES = List.of("ZZ1 1AA", "zz11aa", "ZZ2 2BB", "ZZ1 1AA", "ZZ99 3VZ");

    private static final List<List<String>> STREETS =
            List.of(List.of(), List.of("1 Test Street"), List.of("1, TEST street"), List.of("2 Test Street"));
    private static final List<String> TELEPHONES = List.of("07700 900123", "+44 7700 900123", "07700 900456", "none");

    private final Random random;
    private final Random homes;

    RandomPeople(long seed) {
        this.random = new Random(seed);
        this.homes = new Random(seed + 1);
    }

    PersonDetails next() {
        return new PersonDetails(names(), born(), pick(List.of(Sex.values())), numbers(), addresses(), telephones());
    }

    /** The same person as another record tells it: some fields left out, some told otherwise. */
    PersonDetails variant(PersonDetails of) {
        PersonDetails other = next();
        PersonDetails mixed = new PersonDetails(
                likely() ? of.names() : other.names(),
                likely() ? of.birthDate() : other.birthDate(),
                likely() ? of.sex() : other.sex(),
                likely() ? of.identifiers() : other.identifiers(),
                likely() ? of.addresses() : other.addresses(),
                homes.nextBoolean() ? of.telephones() : other.telephones());
        return without(mixed, someFields());
    }

    Set<Field> someFields() {
        Set<Field> some = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if ((field == Field.TELEPHONE ? homes : random).nextInt(6) == 0) {
                some.add(field);
            }
        }
        return some;
    }

    static PersonDetails without(PersonDetails person, Set<Field> fields) {
        List<PersonName> names = person.names().stream()
                .map(n -> without(n, fields))
                .flatMap(Optional::stream)
                .toList();
        return new PersonDetails(
                names,
                fields.contains(Field.BORN) ? Optional.empty() : person.birthDate(),
                fields.contains(Field.SEX) ? Sex.UNKNOWN : person.sex(),
                person.identifiers().stream()
                        .filter(i -> !fields.contains(
                                Field.valueOf(IdentifierKind.of(i).name())))
                        .toList(),
                fields.contains(Field.ADDRESS) ? List.of() : person.addresses(),
                fields.contains(Field.TELEPHONE) ? List.of() : person.telephones());
    }

    private static Optional<PersonName> without(PersonName name, Set<Field> fields) {
        List<String> given = fields.contains(Field.GIVEN) ? List.of() : name.given();
        String family = fields.contains(Field.FAMILY) ? "" : name.family();
        return given.isEmpty() && family.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonName(given, family, name.use()));
    }

    private List<PersonName> names() {
        List<PersonName> names = new ArrayList<>();
        for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
            NameUse use = random.nextInt(4) == 0 ? pick(List.of(NameUse.values())) : NameUse.USUAL;
            names.add(new PersonName(List.of(pick(GIVEN)), pick(FAMILY), use));
        }
        return names;
    }

    private Optional<BirthDate> born() {
        Accuracy accuracy = random.nextInt(4) == 0 ? pick(List.of(Accuracy.values())) : Accuracy.ACCURATE;
        return maybe(new BirthDate(LocalDate.parse(pick(DATES)), accuracy));
    }

    private List<PersonIdentifier> numbers() {
        List<PersonIdentifier> numbers = new ArrayList<>();
        rarely(new NhsNumber(pick(List.of("9990000018", "9990000026")))).ifPresent(numbers::add);
        rarely(new Upn(pick(List.of("B801200005001", "T373400015001")))).ifPresent(numbers::add);
        rarely(new PncId(pick(List.of("81/34U", "00/223R")))).ifPresent(numbers::add);
        rarely(new Crn(pick(List.of("X123456", "X654321")))).ifPresent(numbers::add);
        rarely(new LocalId(new SourceId(pick(List.of("rms", "liquid"))), pick(List.of("1", "2"))))
                .ifPresent(numbers::add);
        return numbers;
    }

    private List<DatedAddress> addresses() {
        AddressUse use = pick(List.of(AddressUse.CURRENT, AddressUse.PREVIOUS, AddressUse.CORRESPONDENCE));
        Address address = new Address(STREETS.get(homes.nextInt(STREETS.size())), pick(POSTCODES), Optional.empty());
        return maybe(new DatedAddress(address, use, Optional.empty(), Optional.empty())).stream()
                .toList();
    }

    private List<String> telephones() {
        return homes.nextInt(5) == 0 ? List.of(TELEPHONES.get(homes.nextInt(TELEPHONES.size()))) : List.of();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private boolean likely() {
        return random.nextInt(4) > 0;
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(4) > 0 ? Optional.of(value) : Optional.empty();
    }

    private <T> Optional<T> rarely(T value) {
        return random.nextInt(5) == 0 ? Optional.of(value) : Optional.empty();
    }
}
