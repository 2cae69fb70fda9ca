package uk.mashhub.model.item;

import java.util.Objects;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * One typed field of an item.
 *
 * @param label what a reader calls it, such as 'Address given'
 * @param value the text; for an attachment its file name
 */
public record ItemField(FieldKind kind, String label, String value) {
    public ItemField {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "ItemField[" + kind + "]";
    }
}
