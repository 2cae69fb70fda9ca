package uk.mashhub.adapter.council.marf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonIdentifier;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.person.PncId;
import uk.mashhub.model.person.Upn;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What the form says of who a person is: identity, other names, characteristics, health, legal status. */
final class PersonItems {
    private final Sheet sheet;
    private final Terms terms;
    private final FormPerson person;
    private final Form form;

    private PersonItems(Sheet sheet, Terms terms, FormPerson person) {
        this.sheet = sheet;
        this.terms = terms;
        this.person = person;
        this.form = person.form();
    }

    static List<SourceItem> of(Sheet sheet, Terms terms, FormPerson person) {
        PersonItems items = new PersonItems(sheet, terms, person);
        return Stream.of(
                        items.identity(),
                        items.otherNames(),
                        items.characteristics(),
                        items.health(),
                        items.legalStatus(),
                        items.gp())
                .flatMap(Optional::stream)
                .toList();
    }

    private ItemDraft draft(String part, DataClass dataClass) {
        return sheet.item(person.section(), form.pointer() + "/" + part, dataClass)
                .about(List.of(person.subject()));
    }

    private Optional<SourceItem> identity() {
        ItemDraft draft = draft("identity", DataClass.IDENTITY);
        usualNames().forEach(n -> draft.field(FieldKind.NAME, "Name", n.full()));
        draft.field(FieldKind.BIRTH_DATE, "Date of birth", form.text("birthDate"))
                .field(FieldKind.STATUS, "Accuracy of the date of birth", form.text("birthDateAccuracy"))
                .field(FieldKind.BIRTH_DATE, "Expected date of birth", form.text("expectedDate"))
                .field(FieldKind.SEX, "Sex", form.text("sex"));
        number(draft, "nhsNumber", "NHS number", NhsNumber.class);
        number(draft, "upn", "Unique pupil number", Upn.class);
        number(draft, "pncId", "PNC ID", PncId.class);
        return draft.field(FieldKind.IDENTIFIER, "Council number", form.text("councilNumber"))
                .field(FieldKind.CATEGORY, "First language", form.text("firstLanguage"))
                .field(FieldKind.CATEGORY, "Communication", form.text("communicationMethod"))
                .field(FieldKind.STATUS, "Interpreter needed", form.flag("interpreterNeeded") ? "yes" : "")
                .item();
    }

    /** The checked number, or what was written with the warning that it is none. */
    private void number(ItemDraft draft, String field, String label, Class<? extends PersonIdentifier> scheme) {
        Optional<String> checked = person.details().identifiers().stream()
                .filter(scheme::isInstance)
                .map(PersonIdentifier::value)
                .findFirst();
        checked.ifPresentOrElse(
                value -> draft.field(FieldKind.IDENTIFIER, label, value),
                () -> draft.field(FieldKind.IDENTIFIER, label + " as written, not valid", form.text(field)));
    }

    /** Aliases and former names in an item of their own: adoption and gender recognition may forbid them. */
    private Optional<SourceItem> otherNames() {
        ItemDraft draft = draft("other-names", DataClass.IDENTITY).statutes(statutes());
        person.details().names().stream()
                .filter(n -> n.use() != NameUse.USUAL)
                .forEach(n -> draft.field(FieldKind.ALIAS, "Other name", n.full()));
        return draft.item();
    }

    /** Special categories (UK GDPR Art 9) and immigration status: in the class that the council alone is shown. */
    private Optional<SourceItem> characteristics() {
        return draft("characteristics", DataClass.REFERRAL_NARRATIVE)
                .statutes(statutes())
                .field(FieldKind.CATEGORY, "Ethnicity", form.text("ethnicity"))
                .field(FieldKind.CATEGORY, "Religion", form.text("religion"))
                .field(FieldKind.CATEGORY, "Gender", form.text("gender"))
                .field(FieldKind.NARRATIVE, "Immigration status", form.text("immigrationStatus"))
                .item();
    }

    private Optional<SourceItem> health() {
        ItemDraft draft = draft("health", person.child() ? DataClass.CHILD_HEALTH : DataClass.PARENT_HEALTH_TREATMENT);
        form.texts("disabilities").forEach(d -> draft.field(FieldKind.CATEGORY, "Disability", d));
        return draft.field(FieldKind.NARRATIVE, "Health", form.text("health")).item();
    }

    private Optional<SourceItem> legalStatus() {
        return draft("legal-status", DataClass.PLAN_LEGAL_STATUS)
                .field(FieldKind.NARRATIVE, "Legal status", form.text("legalStatus"))
                .item();
    }

    private Optional<SourceItem> gp() {
        return draft("gp", DataClass.INVOLVEMENT)
                .field(FieldKind.GP_PRACTICE, "GP practice", form.text("gpPractice"))
                .item();
    }

    private Stream<PersonName> usualNames() {
        return person.details().names().stream().filter(n -> n.use() == NameUse.USUAL);
    }

    /** A statute that is not understood forbids too. */
    private Set<StatuteFlag> statutes() {
        return form.texts("protectedBy").stream()
                .map(word -> terms.code(form.place("protectedBy"), word, StatuteFlag.class)
                        .orElse(StatuteFlag.UNKNOWN))
                .collect(Collectors.toSet());
    }
}
