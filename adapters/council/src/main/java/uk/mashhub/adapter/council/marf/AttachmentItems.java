package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.adapter.Unreadable.Fault;
import uk.mashhub.model.item.Attachment;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/** Files that came with the form. Nobody has classified them, so a person looks at each before anybody is shown it. */
final class AttachmentItems {
    private AttachmentItems() {}

    /**
     * One item for each file.
     *
     * @throws Unreadable NOT_VALID if one is not base64: half a photograph is worse than a question to the sender
     */
    static List<SourceItem> of(Form form, Sheet sheet, Terms terms) throws Unreadable {
        List<SourceItem> items = new ArrayList<>();
        for (Form file : form.objects("attachments")) {
            item(file, sheet, terms).ifPresent(items::add);
        }
        return items;
    }

    private static Optional<SourceItem> item(Form file, Sheet sheet, Terms terms) throws Unreadable {
        Optional<String> type = MediaType.of(file.text("mediaType"), bytes(file));
        if (type.isEmpty()) {
            terms.keep(file.place("mediaType"), file.text("mediaType"));
        }
        return sheet.item(Section.ATTACHMENTS, file.pointer(), DataClass.UNCLASSIFIED)
                .field(FieldKind.ATTACHMENT, "Attachment", file.text("fileName"))
                .field(FieldKind.NARRATIVE, "What it is", file.text("description"))
                .attach(new Attachment(file.text("fileName"), type.orElse(MediaType.UNKNOWN), file.text("base64")))
                .item();
    }

    private static byte[] bytes(Form file) throws Unreadable {
        try {
            return Base64.getDecoder().decode(file.text("base64"));
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Fault.NOT_VALID, file.place("base64"), "is not base64");
        }
    }
}
