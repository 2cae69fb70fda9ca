package uk.mashhub.adapter.police.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.adapter.police.sheet.BirthDates;
import uk.mashhub.adapter.police.sheet.Marker;
import uk.mashhub.adapter.police.sheet.Numbers;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeAddress;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeTelephone;
import uk.mashhub.adapter.police.sheet.Places;
import uk.mashhub.adapter.police.sheet.RoleWords;
import uk.mashhub.adapter.police.sheet.Sexes;
import uk.mashhub.adapter.police.sheet.Terms;
import uk.mashhub.adapter.police.sheet.Words;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.DatedAddress.AddressUse;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/** Reads one person of a notification. */
final class PersonReading {
    private final Element person;
    private final SourceId source;
    private final Terms terms;

    private PersonReading(Element person, SourceId source, Terms terms) {
        this.person = person;
        this.source = source;
        this.terms = terms;
    }

    static PersonSheet read(Element person, SourceId source, Terms terms) {
        PersonReading r = new PersonReading(person, source, terms);
        return new PersonSheet(
                new PersonKey(person.attribute("id")),
                r.roles(),
                r.names(),
                r.birthDate(),
                r.sex(),
                r.identifiers(),
                r.addresses(),
                person.all("telephone").stream()
                        .map(e -> new SafeTelephone(e.token(), e.is("safe")))
                        .toList(),
                r.contacts(),
                r.flags(),
                person.says("sexualOffenceComplainant"));
    }

    private Set<SubjectRole> roles() {
        return person.all("role").stream()
                .map(e -> RoleWords.of(e.token(), e.place(), terms))
                .collect(Collectors.toSet());
    }

    private List<PersonName> names() {
        List<PersonName> names = new ArrayList<>();
        for (Element e : person.all("name")) {
            List<String> given = e.all("given").stream().map(Element::token).toList();
            String use = e.attribute("use");
            NameUse known = use.isEmpty() ? NameUse.USUAL : Words.in(NameUse.class, use, e.place(), terms);
            if (given.isEmpty() && e.token("family").isEmpty()) {
                terms.add(e.place(), "a name without forename and surname");
            } else {
                names.add(new PersonName(given, e.token("family"), known));
            }
        }
        return names;
    }

    private Optional<BirthDate> birthDate() {
        return person.one("birthDate")
                .flatMap(e ->
                        Cover.day(e.token()).map(day -> BirthDates.of(day, e.attribute("accuracy"), e.place(), terms)));
    }

    private Sex sex() {
        return person.one("sex").map(e -> Sexes.of(e.token(), e.place(), terms)).orElse(Sex.UNKNOWN);
    }

    private List<PersonIdentifier> identifiers() {
        return person.all("identifier").stream()
                .flatMap(e -> Numbers.read(e.attribute("scheme"), e.token(), source, e.place(), terms).stream())
                .toList();
    }

    private List<SafeAddress> addresses() {
        List<SafeAddress> addresses = new ArrayList<>();
        for (Element e : person.all("address")) {
            String use = e.attribute("use");
            AddressUse known = use.isEmpty() ? AddressUse.CURRENT : Words.in(AddressUse.class, use, e.place(), terms);
            List<String> lines = e.all("line").stream().map(Element::token).toList();
            Places.address(lines, e.token("postcode"), e.token("uprn"), e.place(), terms)
                    .map(a -> new DatedAddress(a, known, Cover.day(e.attribute("from")), Cover.day(e.attribute("to"))))
                    .ifPresent(a -> addresses.add(new SafeAddress(a, e.is("safe"))));
        }
        return addresses;
    }

    private List<ItemField> contacts() {
        return Stream.of(
                        fields("email", FieldKind.EMAIL, "Email"),
                        fields("school", FieldKind.SCHOOL, "School"),
                        fields("vehicle", FieldKind.VEHICLE, "Vehicle"))
                .flatMap(s -> s)
                .toList();
    }

    private Stream<ItemField> fields(String child, FieldKind kind, String label) {
        return person.all(child).stream().map(e -> new ItemField(kind, label, e.token()));
    }

    private Set<SafetyFlag> flags() {
        Set<SafetyFlag> flags = person.all("marker").stream()
                .flatMap(e -> Marker.flag(e.token(), e.place(), terms).stream())
                .collect(Collectors.toCollection(HashSet::new));
        // A safe address of which only the tick survived is still one.
        if (person.all("address").stream().anyMatch(e -> e.is("safe"))) {
            flags.add(SafetyFlag.SAFE_ADDRESS);
        }
        return flags;
    }
}
