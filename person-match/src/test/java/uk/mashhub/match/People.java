package uk.mashhub.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.Uprn;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Invented people, put together field by field. Each method gives another record and leaves this one as it was. */
record People(PersonDetails details) {
    static final PersonId ADA = id(1);
    static final PersonId BEA = id(2);
    static final NhsNumber NHS = new NhsNumber("9990000018");
    static final NhsNumber OTHER_NHS = new NhsNumber("9990000026");

    static PersonId id(int number) {
        return new PersonId(new UUID(0, number));
    }

    static People nobody() {
        return new People(new PersonDetails(List.of(), Optional.empty(), Sex.UNKNOWN, List.of(), List.of(), List.of()));
    }

    static People named(String given, String family) {
        return nobody().name(NameUse.USUAL, given, family);
    }

    /** Ada Example, born 7 March 2015, at ZZ1 1AA: no number. */
    static People ada() {
        return named("Ada", "Example").born("2015-03-07").at("ZZ1 1AA");
    }

    People name(NameUse use, String given, String family) {
        List<String> givens = given.isEmpty() ? List.of() : List.of(given);
        return with(plus(details.names(), new PersonName(givens, family, use)), details.birthDate(), details.sex());
    }

    People born(String date) {
        return born(date, Accuracy.ACCURATE);
    }

    People born(String date, Accuracy accuracy) {
        return with(details.names(), Optional.of(new BirthDate(LocalDate.parse(date), accuracy)), details.sex());
    }

    People of(Sex sex) {
        return with(details.names(), details.birthDate(), sex);
    }

    People number(PersonIdentifier number) {
        return new People(new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                plus(details.identifiers(), number),
                details.addresses(),
                details.telephones()));
    }

    People at(String postcode) {
        return at(new Address(List.of("1 Test Street"), postcode, Optional.empty()), AddressUse.CURRENT);
    }

    People atProperty(String uprn) {
        return at(new Address(List.of("1 Test Street"), "", Optional.of(new Uprn(uprn))), AddressUse.CURRENT);
    }

    People at(Address address, AddressUse use) {
        return new People(new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                details.identifiers(),
                plus(details.addresses(), new DatedAddress(address, use, Optional.empty(), Optional.empty())),
                details.telephones()));
    }

    People telephone(String number) {
        return new People(new PersonDetails(
                details.names(),
                details.birthDate(),
                details.sex(),
                details.identifiers(),
                details.addresses(),
                plus(details.telephones(), number)));
    }

    Candidate as(PersonId id, StatuteFlag... statutes) {
        return new Candidate(id, details, Set.of(statutes));
    }

    private People with(List<PersonName> names, Optional<BirthDate> birthDate, Sex sex) {
        return new People(new PersonDetails(
                names, birthDate, sex, details.identifiers(), details.addresses(), details.telephones()));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
