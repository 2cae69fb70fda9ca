package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.mashhub.model.contact.ContactConsent;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.ConsentState;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;

/** The consent block. An agreement covers the people it names and nobody else; a state not understood is UNKNOWN. */
final class ConsentReading {
    private final Form consent;
    private final Terms terms;

    ConsentReading(Form consent, Terms terms) {
        this.consent = consent;
        this.terms = terms;
    }

    List<ContactConsent> consents(Cast cast) {
        List<ContactConsent> all = new ArrayList<>();
        for (Form agreement : consent.objects("agreements")) {
            all.add(new ContactConsent(
                    terms.code(agreement, "state", ConsentState.class, ConsentState.UNKNOWN, ConsentState.UNKNOWN),
                    cast.named(agreement, "covers").stream()
                            .map(FormPerson::key)
                            .toList(),
                    agreement.text("givenBy"),
                    agreement.text("notSoughtBecause").isEmpty()
                            ? Optional.empty()
                            : terms.code(
                                    agreement.place("notSoughtBecause"),
                                    agreement.text("notSoughtBecause"),
                                    NotSoughtReason.class)));
        }
        return all;
    }

    List<SourceItem> items(Sheet sheet) {
        return Stream.of(
                        told(sheet),
                        view(sheet, "childrensViews", "The children's views"),
                        view(sheet, "parentsViews", "The parents' views"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whoever was not told must not hear of it from a copy of this. */
    private Optional<SourceItem> told(Sheet sheet) {
        boolean told = consent.flag("parentsTold");
        ItemDraft draft = sheet.item(Section.CONSENT, consent.pointer(), DataClass.REFERRAL_NARRATIVE)
                .field(FieldKind.STATUS, "Parents told of this referral", told ? "yes" : "no")
                .field(FieldKind.NARRATIVE, "Why they were not told", consent.text("whyNotTold"));
        return (told ? draft : draft.keptFromFamily()).item();
    }

    private Optional<SourceItem> view(Sheet sheet, String field, String label) {
        return sheet.item(Section.CONSENT, consent.pointer() + "/" + field, DataClass.REFERRAL_NARRATIVE)
                .nature(Nature.OPINION)
                .field(FieldKind.NARRATIVE, label, consent.text(field))
                .item();
    }
}
