package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Where people are found. One item for each address of each person: two people's addresses never share an item. */
final class LocationItems {
    private final Sheet sheet;
    private final Terms terms;

    LocationItems(Sheet sheet, Terms terms) {
        this.sheet = sheet;
        this.terms = terms;
    }

    List<SourceItem> of(FormPerson person) {
        List<Optional<SourceItem>> items = new ArrayList<>();
        for (Form address : person.form().objects("addresses")) {
            items.add(address(person.section(), address, List.of(person.subject())));
        }
        items.add(telephones(person));
        person.form().object("school").ifPresent(school -> items.add(school(person, school)));
        return items.stream().flatMap(Optional::stream).toList();
    }

    /** The address that the form gives of a dwelling. */
    List<SourceItem> of(Form dwelling, List<FormPerson> members) {
        List<SourceSubject> subjects = members.stream().map(FormPerson::subject).toList();
        return dwelling.object("address").flatMap(a -> address(Section.HOUSEHOLD, a, subjects)).stream()
                .toList();
    }

    private Optional<SourceItem> address(Section section, Form address, List<SourceSubject> subjects) {
        return sheet.item(section, address.pointer(), DataClass.LOCATION)
                .about(subjects)
                .when(new EventTime(terms.day(address, "from"), terms.day(address, "to")))
                .field(FieldKind.ADDRESS, "Address", String.join(", ", address.texts("lines")))
                .field(FieldKind.POSTCODE, "Postcode", address.text("postcode"))
                .field(FieldKind.ADDRESS, "UPRN", address.text("uprn"))
                .field(FieldKind.STATUS, "Use of the address", address.text("use"))
                .item();
    }

    private Optional<SourceItem> telephones(FormPerson person) {
        ItemDraft draft = draft(person, "telephones");
        person.form().texts("telephones").forEach(t -> draft.field(FieldKind.TELEPHONE, "Telephone", t));
        person.form().texts("emails").forEach(e -> draft.field(FieldKind.EMAIL, "Email", e));
        return draft.item();
    }

    private Optional<SourceItem> school(FormPerson person, Form school) {
        return draft(person, "school")
                .field(FieldKind.SCHOOL, "School or nursery", school.text("name"))
                .field(FieldKind.CONTACT_POINT, "Telephone of the school", school.text("telephone"))
                .item();
    }

    private ItemDraft draft(FormPerson person, String part) {
        return sheet.item(person.section(), person.form().pointer() + "/" + part, DataClass.LOCATION)
                .about(List.of(person.subject()));
    }
}
