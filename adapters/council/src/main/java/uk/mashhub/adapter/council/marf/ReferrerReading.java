package uk.mashhub.adapter.council.marf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.contact.Referrer;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * Who referred. A professional stands by name (West Sussex and Nottingham forms); a member of the public, a professional
 * who asks not to be named, and whoever told the referrer are third parties, of whom readers learn the role at most.
 */
final class ReferrerReading {
    private final Form form;

    ReferrerReading(Form form) {
        this.form = form;
    }

    Referrer referrer() {
        boolean professional = form.flag("professional");
        return new Referrer(
                form.text("name"),
                form.text("role"),
                form.text("agency"),
                form.text("telephone"),
                form.text("email"),
                professional,
                !professional && form.flag("wishesToStayAnonymous"));
    }

    List<SourceItem> items(Sheet sheet, Terms terms) {
        return Stream.of(who(sheet), source(sheet), seen(sheet, terms))
                .flatMap(Optional::stream)
                .toList();
    }

    private boolean namedOpenly() {
        return form.flag("professional") && !form.flag("wishesToStayAnonymous");
    }

    private Optional<SourceItem> who(Sheet sheet) {
        ItemDraft draft = sheet.item(
                        Section.REFERRER,
                        form.pointer(),
                        namedOpenly() ? DataClass.INVOLVEMENT : DataClass.THIRD_PARTY_IDENTITY)
                .about(sheet.children())
                .field(RoleWords.kindOf(form.text("role")), "Role of the referrer", form.text("role"))
                .field(FieldKind.NAME, "Referrer", form.text("name"))
                .field(FieldKind.AGENCY_NAME, "Agency of the referrer", form.text("agency"))
                .field(FieldKind.TELEPHONE, "Telephone of the referrer", form.text("telephone"))
                .field(FieldKind.EMAIL, "Email of the referrer", form.text("email"))
                .field(FieldKind.NARRATIVE, "Relationship to the children", form.text("relationshipToChildren"))
                .field(FieldKind.NARRATIVE, "Why not to be named", form.text("anonymityReason"));
        form.object("address")
                .ifPresent(a -> draft.field(
                                FieldKind.ADDRESS, "Address of the referrer", String.join(", ", a.texts("lines")))
                        .field(FieldKind.POSTCODE, "Postcode of the referrer", a.text("postcode")));
        return draft.field(
                        FieldKind.STATUS, "Wishes to stay anonymous", form.flag("wishesToStayAnonymous") ? "yes" : "")
                .item();
    }

    private Optional<SourceItem> source(Sheet sheet) {
        return form.object("secondHandSource")
                .flatMap(s -> sheet.item(Section.REFERRER, s.pointer(), DataClass.THIRD_PARTY_IDENTITY)
                        .about(sheet.children())
                        .field(FieldKind.NAME, "Told by", s.text("name"))
                        .field(FieldKind.TELEPHONE, "Telephone", s.text("telephone"))
                        .field(FieldKind.NARRATIVE, "Relationship to the children", s.text("relationshipToChildren"))
                        .item());
    }

    private Optional<SourceItem> seen(Sheet sheet, Terms terms) {
        String saw = form.has("sawChild") ? form.flag("sawChild") ? "yes" : "no" : "";
        terms.day(form, "sawChildOn");
        return sheet.item(Section.CONCERN, form.pointer() + "/seen", DataClass.REFERRAL_NARRATIVE)
                .about(sheet.children())
                .field(FieldKind.STATUS, "Referrer saw the child", saw)
                .field(FieldKind.EVENT_DATE, "Referrer saw the child on", form.text("sawChildOn"))
                .item();
    }
}
