package uk.mashhub.model.item;

import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.ItemId;

/** One item of information that one agency holds about people of an enquiry. The unit that policy decides on. */
public record Item(
        ItemId id,
        Provenance provenance,
        EventTime when,
        List<Subject> subjects,
        ItemLabels labels,
        List<ItemField> fields,
        List<Attachment> attachments) {
    public Item {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(when, "when");
        subjects = List.copyOf(subjects);
        Objects.requireNonNull(labels, "labels");
        fields = List.copyOf(fields);
        attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
        return "Item[" + id + "]";
    }
}
