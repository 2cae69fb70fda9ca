package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.FieldKind;

/** Collects the typed fields of one item; blank values are left out. */
final class Fields {
    private final List<ItemField> all = new ArrayList<>();

    Fields add(FieldKind kind, String label, String value) {
        if (!value.isBlank()) {
            all.add(new ItemField(kind, label, value));
        }
        return this;
    }

    Fields add(FieldKind kind, String label, Optional<String> value) {
        return add(kind, label, value.orElse(""));
    }

    Fields days(EventTime when) {
        String from = when.from().map(Object::toString).orElse("");
        String to = when.to().map(Object::toString).orElse("");
        return from.equals(to)
                ? add(FieldKind.EVENT_DATE, "Date", from)
                : add(FieldKind.EVENT_DATE, "From", from).add(FieldKind.EVENT_DATE, "Until", to);
    }

    Fields copy(ItemField field) {
        return add(field.kind(), field.label(), field.value());
    }

    List<ItemField> list() {
        return List.copyOf(all);
    }
}
