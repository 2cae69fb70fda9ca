package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.Crn;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.LocalId;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.SupersededNhsNumber;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Sex;

/** What a record says of somebody's identity, as typed fields that policy decides on. */
final class RecordFields {
    private RecordFields() {}

    /** Former names and names at birth are not among them: they tell of adoption and gender recognition (domain notes 2.3). */
    static List<ItemField> of(PersonDetails details) {
        List<ItemField> fields = new ArrayList<>();
        for (PersonName name : details.names()) {
            switch (name.use()) {
                case USUAL, UNKNOWN -> fields.add(new ItemField(FieldKind.NAME, "Name", name.full()));
                case ALIAS -> fields.add(new ItemField(FieldKind.ALIAS, "Also known as", name.full()));
                case FORMER, BIRTH -> {}
            }
        }
        details.birthDate().ifPresent(b -> fields.add(new ItemField(FieldKind.BIRTH_DATE, "Born", born(b))));
        if (details.sex() != Sex.UNKNOWN) {
            fields.add(new ItemField(
                    FieldKind.SEX,
                    "Sex",
                    details.sex().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        details.identifiers().forEach(i -> fields.add(new ItemField(FieldKind.IDENTIFIER, scheme(i), i.value())));
        for (DatedAddress dated : details.addresses()) {
            List<String> lines = new ArrayList<>(dated.address().lines());
            lines.add(dated.address().postcode());
            fields.add(new ItemField(FieldKind.ADDRESS, "Address", String.join(", ", lines)));
        }
        details.telephones().forEach(t -> fields.add(new ItemField(FieldKind.TELEPHONE, "Telephone", t)));
        return fields;
    }

    private static String born(BirthDate born) {
        return switch (born.accuracy()) {
            case ACCURATE -> born.date().toString();
            case ESTIMATED, UNCERTAIN, EXPECTED ->
                born.date() + ", " + born.accuracy().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String scheme(PersonIdentifier identifier) {
        if (identifier instanceof NhsNumber) {
            return "NHS number";
        } else if (identifier instanceof SupersededNhsNumber) {
            return "Superseded NHS number";
        } else if (identifier instanceof Upn) {
            return "UPN";
        } else if (identifier instanceof PncId) {
            return "PNC ID";
        } else if (identifier instanceof Crn) {
            return "CRN";
        }
        return identifier instanceof LocalId local ? "Number in " + local.source() : "Number";
    }
}
