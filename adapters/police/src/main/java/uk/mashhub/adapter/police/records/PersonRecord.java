package uk.mashhub.adapter.police.records;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.BirthDates;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.adapter.police.sheet.Numbers;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeAddress;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeTelephone;
import uk.mashhub.adapter.police.sheet.Places;
import uk.mashhub.adapter.police.sheet.Sexes;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** Reads one person of a search result. */
final class PersonRecord {
    private final JsonShape person;
    private final SourceId source;
    private final Terms terms;

    private PersonRecord(JsonShape person, SourceId source, Terms terms) {
        this.person = person;
        this.source = source;
        this.terms = terms;
    }

    static PersonSheet read(JsonShape person, PersonKey key, SourceId source, Terms terms) throws WrongShape {
        PersonRecord r = new PersonRecord(person, source, terms);
        List<PersonName> names = r.names();
        Optional<BirthDate> birthDate = r.birthDate();
        List<PersonIdentifier> identifiers = r.identifiers();
        List<SafeAddress> addresses = r.addresses();
        List<SafeTelephone> telephones = r.telephones();
        return new PersonSheet(
                key,
                Set.of(),
                names,
                birthDate,
                Sexes.of(person.text("sex"), person.place("sex"), terms),
                identifiers,
                addresses,
                telephones,
                List.of(),
                r.flags(),
                person.yesOrNo("sexualOffenceComplainant"));
    }

    private List<PersonName> names() throws WrongShape {
        List<PersonName> names = new ArrayList<>();
        for (JsonShape n : person.requiredObjects("names")) {
            List<String> given = n.texts("given");
            String family = n.text("family");
            String use = n.text("use");
            if (family.isBlank() && given.stream().allMatch(String::isBlank)) {
                throw new WrongShape(n.place());
            }
            NameUse known = use.isEmpty() ? NameUse.USUAL : Words.in(NameUse.class, use, n.place("use"), terms);
            names.add(new PersonName(given, family, known));
        }
        return names;
    }

    private Optional<BirthDate> birthDate() throws WrongShape {
        Optional<JsonShape> birth = person.object("birthDate");
        if (birth.isEmpty()) {
            return Optional.empty();
        }
        String accuracy = birth.get().text("accuracy");
        return birth.get().day("date").map(d -> BirthDates.of(d, accuracy, person.place("birthDate"), terms));
    }

    private List<PersonIdentifier> identifiers() throws WrongShape {
        List<PersonIdentifier> numbers = new ArrayList<>();
        for (JsonShape i : person.objects("identifiers")) {
            Numbers.read(i.required("scheme"), i.required("value"), source, i.place(), terms)
                    .ifPresent(numbers::add);
        }
        return numbers;
    }

    private List<SafeAddress> addresses() throws WrongShape {
        List<SafeAddress> addresses = new ArrayList<>();
        for (JsonShape a : person.objects("addresses")) {
            boolean safe = a.yesOrNo("safe");
            String use = a.text("use");
            AddressUse known =
                    use.isEmpty() ? AddressUse.CURRENT : Words.in(AddressUse.class, use, a.place("use"), terms);
            Optional<Address> address = address(a, terms);
            Optional<java.time.LocalDate> from = a.day("from");
            Optional<java.time.LocalDate> to = a.day("to");
            address.ifPresent(x -> addresses.add(new SafeAddress(new DatedAddress(x, known, from, to), safe)));
        }
        return addresses;
    }

    static Optional<Address> address(JsonShape a, Terms terms) throws WrongShape {
        return Places.address(a.texts("lines"), a.text("postcode"), a.text("uprn"), a.place(), terms);
    }

    private List<SafeTelephone> telephones() throws WrongShape {
        List<SafeTelephone> telephones = new ArrayList<>();
        for (JsonShape t : person.objects("telephones")) {
            telephones.add(new SafeTelephone(t.required("number"), t.yesOrNo("safe")));
        }
        return telephones;
    }

    /** A safe address of which only the tick is left, and a property that nobody knows, keep the person too. */
    private Set<SafetyFlag> flags() throws WrongShape {
        Set<SafetyFlag> flags = EnumSet.noneOf(SafetyFlag.class);
        for (String marker : person.texts("markers")) {
            Marker.flag(marker, person.place("markers"), terms).ifPresent(flags::add);
        }
        for (JsonShape a : person.objects("addresses")) {
            if (a.yesOrNo("safe")) {
                flags.add(SafetyFlag.SAFE_ADDRESS);
            }
        }
        person.yesOrNo("sexualOffenceComplainant");
        for (String name : person.unasked()) {
            terms.add(person.place(), name);
            flags.add(SafetyFlag.UNKNOWN);
        }
        return flags;
    }
}
