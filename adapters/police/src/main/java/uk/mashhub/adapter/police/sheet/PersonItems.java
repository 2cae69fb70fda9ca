package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeAddress;
import uk.mashhub.adapter.police.sheet.PersonSheet.SafeTelephone;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * Who somebody is and where, piece by piece: one item of identity, one for each address, one for other contacts. No item
 * ever holds two people's places.
 *
 * <p>Police numbers (PNC, nominal) are left out: a number that says 'police know this person' is no identity fact for the
 * room; the matcher has it in the person's details.
 */
public final class PersonItems {
    private final PersonSheet person;
    private final Heading heading;
    private final List<SourceItem> items = new ArrayList<>();

    private PersonItems(PersonSheet person, Heading heading) {
        this.person = person;
        this.heading = heading;
    }

    /** The items of one person; {@code heading} is that of what the form or record says of this person. */
    public static List<SourceItem> of(PersonSheet person, Heading heading) {
        PersonItems it = new PersonItems(person, heading);
        it.identity();
        it.addresses();
        it.contacts();
        return it.items;
    }

    private void identity() {
        Fields fields = new Fields();
        if (person.thirdParty()) {
            person.roles().stream().sorted().forEach(role -> fields.add(FieldKind.ROLE, "Role", words(role)));
        }
        person.names().forEach(name -> fields.add(kind(name), label(name), name.full()));
        person.birthDate()
                .ifPresent(birth -> fields.add(
                        FieldKind.BIRTH_DATE,
                        "Date of birth (" + birth.accuracy().name().toLowerCase(Locale.ROOT) + ")",
                        birth.date().toString()));
        fields.add(FieldKind.SEX, "Sex", words(person.sex()));
        person.identifiers().forEach(number -> civil(number).ifPresent(field -> fields.copy(field)));
        add("/identity", DataClass.IDENTITY, EventTime.unknown(), fields);
    }

    private void addresses() {
        int number = 0;
        for (SafeAddress address : person.addresses()) {
            number++;
            DatedAddress dated = address.dated();
            Fields fields = new Fields()
                    .add(FieldKind.ADDRESS, label(address), Places.oneLine(dated.address()))
                    .add(FieldKind.POSTCODE, "Postcode", dated.address().postcode())
                    .add(FieldKind.ADDRESS, "UPRN", dated.address().uprn().map(u -> u.value()));
            add("/address/" + number, DataClass.LOCATION, new EventTime(dated.from(), dated.to()), fields);
        }
    }

    private void contacts() {
        Fields fields = new Fields();
        for (SafeTelephone telephone : person.telephones()) {
            fields.add(FieldKind.TELEPHONE, telephone.safe() ? "Safe telephone" : "Telephone", telephone.number());
        }
        person.contacts().forEach(contact -> fields.copy(contact));
        if (!fields.list().isEmpty()) {
            add("/contacts", DataClass.LOCATION, EventTime.unknown(), fields);
        }
    }

    private void add(String part, DataClass dataClass, EventTime when, Fields fields) {
        DataClass held = person.thirdParty() ? DataClass.THIRD_PARTY_IDENTITY : dataClass;
        Heading own = heading.about(subjects(person.key(), person.roles()), when);
        items.add(own.item(part, held, Nature.FACT, fields.list()));
    }

    private static List<SourceSubject> subjects(PersonKey key, Set<SubjectRole> roles) {
        if (roles.isEmpty()) {
            return List.of(new SourceSubject(key, SubjectRole.UNKNOWN));
        }
        return roles.stream().sorted().map(role -> new SourceSubject(key, role)).toList();
    }

    private static Optional<ItemField> civil(PersonIdentifier number) {
        if (number instanceof NhsNumber) {
            return Optional.of(new ItemField(FieldKind.IDENTIFIER, "NHS number", number.value()));
        }
        return number instanceof Upn
                ? Optional.of(new ItemField(FieldKind.IDENTIFIER, "Unique pupil number", number.value()))
                : Optional.empty();
    }

    private static FieldKind kind(PersonName name) {
        return name.use() == NameUse.USUAL ? FieldKind.NAME : FieldKind.ALIAS;
    }

    private static String label(PersonName name) {
        return switch (name.use()) {
            case USUAL -> "Name";
            case ALIAS -> "Alias";
            case FORMER -> "Former name";
            case BIRTH -> "Name at birth";
            case UNKNOWN -> "Other name";
        };
    }

    private static String label(SafeAddress address) {
        if (address.safe()) {
            return "Safe address";
        }
        return address.current() ? "Address" : "Former address";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
