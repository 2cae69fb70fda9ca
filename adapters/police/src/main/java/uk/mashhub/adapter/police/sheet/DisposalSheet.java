package uk.mashhub.adapter.police.sheet;

import java.util.List;
import java.util.Objects;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;

/**
 * An arrest and its outcome, a conviction, an order, bail. Any text may be empty.
 *
 * @param kindWord the source's own word for the kind; shown only where the kind is UNKNOWN, and then as free text
 * @param offence in the source's words: free text
 * @param offenceKind UNKNOWN if the source does not say
 * @param status such as NFA; an allegation is never shown without it
 */
public record DisposalSheet(
        Heading heading,
        DisposalKind kind,
        String kindWord,
        String offence,
        MatterKind offenceKind,
        ItemField status,
        String conditions,
        String note) {
    public DisposalSheet {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(kindWord, "kindWord");
        Objects.requireNonNull(offence, "offence");
        Objects.requireNonNull(offenceKind, "offenceKind");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(conditions, "conditions");
        Objects.requireNonNull(note, "note");
    }

    /** The disposal as items: what is on record, and any free text apart from it. */
    public List<SourceItem> items() {
        Fields record =
                new Fields().copy(kindField()).copy(offenceField()).copy(status).days(heading.when());
        SourceItem bare = heading.item("", kind.dataClass(), kind.nature(), record.list());
        if (offence.isBlank() && conditions.isBlank() && note.isBlank()) {
            return List.of(bare);
        }
        // Conditions name addresses and schools to keep away from: free text, and apart.
        Fields texts = new Fields()
                .copy(kindField())
                .copy(status)
                .days(heading.when())
                .add(FieldKind.NARRATIVE, "Offence", offence)
                .add(FieldKind.NARRATIVE, "Conditions", conditions)
                .add(FieldKind.NARRATIVE, "Note", note);
        return List.of(bare, heading.item("/text", textClass(), kind.nature(), texts.list()));
    }

    /**
     * The status, of an allegation above all: none is shown without.
     *
     * @param word may be empty
     */
    public static ItemField status(String word, String place, Terms terms) {
        return word.isBlank()
                ? new ItemField(FieldKind.STATUS, "Status", "not stated")
                : Codes.field(DisposalStatus.class, FieldKind.STATUS, "Status", word, place, terms);
    }

    private ItemField kindField() {
        return Codes.field(kind, FieldKind.CATEGORY, "Kind", kindWord);
    }

    private ItemField offenceField() {
        // Blank where the source says nothing: a blank field is left out.
        return Codes.field(offenceKind, FieldKind.CATEGORY, "Kind of offence", "");
    }

    private DataClass textClass() {
        return kind.dataClass() == DataClass.INVOLVEMENT ? DataClass.UNCLASSIFIED : kind.dataClass();
    }

    @Override
    public String toString() {
        return "DisposalSheet[" + kind + "]";
    }
}
