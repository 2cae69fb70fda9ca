package uk.mashhub.adapter.council.marf;

import java.util.List;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** What the sender writes for the hub alone: why parts of the form are kept from the family, and what else is. */
final class KeptItem {
    private KeptItem() {}

    static List<SourceItem> of(Form form, Sheet sheet) {
        return form
                .object("keptFromFamily")
                .flatMap(kept -> sheet.item(Section.CONCERN, kept.pointer(), DataClass.REFERRAL_NARRATIVE)
                        .keptFromFamily()
                        .field(FieldKind.NARRATIVE, "Not for the family", kept.text("text"))
                        .field(FieldKind.NARRATIVE, "Why not for the family", kept.text("why"))
                        .item())
                .stream()
                .toList();
    }
}
