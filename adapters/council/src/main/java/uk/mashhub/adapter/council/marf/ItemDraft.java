package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.item.Attachment;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** An item in the making. It becomes one only if it says something. Its record id is its place on the form. */
final class ItemDraft {
    private static final Set<DataClass> HEALTH =
            Set.of(DataClass.CHILD_HEALTH, DataClass.PARENT_HEALTH_TREATMENT, DataClass.SEXUAL_REPRODUCTIVE_HEALTH);

    private final Sheet sheet;
    private final String pointer;
    private final DataClass dataClass;
    private final List<ItemField> fields = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private List<SourceSubject> subjects;
    private Handling handling;
    private Nature nature = Nature.FACT;
    private EventTime when = EventTime.unknown();
    private Set<StatuteFlag> statutes = Set.of();

    ItemDraft(Sheet sheet, Section section, String pointer, DataClass dataClass) {
        this.sheet = sheet;
        this.pointer = pointer;
        this.dataClass = dataClass;
        this.subjects = sheet.everybody();
        this.handling = sheet.kept().handling(section);
    }

    ItemDraft about(List<SourceSubject> people) {
        subjects = people;
        return this;
    }

    ItemDraft nature(Nature of) {
        nature = of;
        return this;
    }

    ItemDraft when(EventTime time) {
        when = time;
        return this;
    }

    ItemDraft statutes(Set<StatuteFlag> flags) {
        statutes = flags;
        return this;
    }

    ItemDraft keptFromFamily() {
        handling = KeptFromFamily.always();
        return this;
    }

    /** Adds a field, unless it is blank. */
    ItemDraft field(FieldKind kind, String label, String value) {
        if (!value.isBlank()) {
            fields.add(new ItemField(kind, label, value));
        }
        return this;
    }

    ItemDraft attach(Attachment attachment) {
        attachments.add(attachment);
        return this;
    }

    /** The item, or nothing if it would say nothing. */
    Optional<SourceItem> item() {
        if (fields.isEmpty() && attachments.isEmpty()) {
            return Optional.empty();
        }
        ItemLabels labels = new ItemLabels(
                dataClass,
                nature,
                IntelligenceGrade.none(),
                Regime.UK_GDPR,
                sheet.classification(),
                HEALTH.contains(dataClass),
                handling,
                statutes);
        return Optional.of(new SourceItem(
                "form" + pointer,
                "",
                Optional.empty(),
                sheet.eventKey(),
                sheet.recordedAt(),
                when,
                subjects,
                labels,
                fields,
                attachments,
                List.of()));
    }
}
