package uk.mashhub.match.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.BirthDate.Accuracy;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.person.Uprn;

/** Records of a file as the hub would take them in: what is no day, no number or no name of its own is left out. */
final class HubRecords {
    private final Records records;
    private final FieldMap map;

    HubRecords(Records records, FieldMap map) {
        this.records = records;
        this.map = map;
    }

    PersonDetails details(Profile profile) {
        CsvRecords.Row row =
                java.util.Objects.requireNonNull(records.rows().get(profile.id()), "every record has a row");
        List<PersonIdentifier> numbers = new ArrayList<>();
        number(row, "nhsNumber", NhsNumber::new).ifPresent(numbers::add);
        number(row, "upn", Upn::new).ifPresent(numbers::add);
        String phone = map.value(row, "phone");
        return new PersonDetails(
                names(row),
                profile.born().flatMap(b -> b.day().map(d -> new BirthDate(d, accuracy(b)))),
                profile.sex(),
                numbers,
                address(row),
                phone.isEmpty() ? List.of() : List.of(phone));
    }

    private List<PersonName> names(CsvRecords.Row row) {
        List<PersonName> names = new ArrayList<>();
        name(map.value(row, "forename") + " " + map.value(row, "name"), map.value(row, "surname"), NameUse.USUAL)
                .ifPresent(names::add);
        String alias = map.value(row, "alias");
        int last = Math.max(0, alias.lastIndexOf(' '));
        name(alias.substring(0, last), alias.substring(last), NameUse.ALIAS).ifPresent(names::add);
        return names;
    }

    private static Optional<PersonName> name(String given, String family, NameUse use) {
        List<String> forenames =
                given.isBlank() ? List.of() : List.of(given.trim().split(" +"));
        return forenames.isEmpty() && family.isBlank()
                ? Optional.empty()
                : Optional.of(new PersonName(forenames, family.trim(), use));
    }

    private static Accuracy accuracy(Birth born) {
        return born.expected() ? Accuracy.EXPECTED : born.doubtful() ? Accuracy.ESTIMATED : Accuracy.ACCURATE;
    }

    private List<DatedAddress> address(CsvRecords.Row row) {
        String street = map.value(row, "street");
        String postcode = map.value(row, "postcode").toUpperCase(Locale.ROOT);
        return street.isBlank() && postcode.isBlank()
                ? List.of()
                : List.of(new DatedAddress(
                        new Address(
                                street.isBlank() ? List.of() : List.of(street),
                                postcode,
                                number(row, "uprn", Uprn::new)),
                        DatedAddress.AddressUse.CURRENT,
                        Optional.empty(),
                        Optional.empty()));
    }

    private <T> Optional<T> number(CsvRecords.Row row, String entry, Function<String, T> check) {
        String text = map.value(row, entry).trim();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(check.apply(text));
        } catch (IllegalArgumentException e) {
            // Named with its line where the records are read; never a key.
            return Optional.empty();
        }
    }
}
