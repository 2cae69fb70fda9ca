package uk.mashhub.adapter.council.cin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An item of one census record in the making. */
final class CinItem {
    private static final Set<DataClass> HEALTH = Set.of(DataClass.CHILD_HEALTH, DataClass.PARENT_HEALTH_TREATMENT);

    private final String recordId;
    private final DataClass dataClass;
    private final List<ItemField> fields = new ArrayList<>();
    private final Set<StatuteFlag> statutes = new HashSet<>();
    private Nature nature = Nature.FACT;
    private EventTime when = EventTime.unknown();

    CinItem(String recordId, DataClass dataClass) {
        this.recordId = recordId;
        this.dataClass = dataClass;
    }

    CinItem opinion() {
        nature = Nature.OPINION;
        return this;
    }

    CinItem statutes(Set<StatuteFlag> flags) {
        statutes.addAll(flags);
        return this;
    }

    /** A period; an end before its beginning is left to the field that shows it. */
    CinItem when(Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean ordered = from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get());
        when = new EventTime(from, ordered ? to : Optional.empty());
        return this;
    }

    CinItem field(FieldKind kind, String label, String value) {
        if (!value.isBlank()) {
            fields.add(new ItemField(kind, label, value));
        }
        return this;
    }

    CinItem day(String label, Optional<LocalDate> day) {
        return field(FieldKind.EVENT_DATE, label, day.map(LocalDate::toString).orElse(""));
    }

    CinItem yesNo(String label, Optional<Boolean> answer) {
        return field(
                FieldKind.STATUS, label, answer.map(yes -> yes ? "yes" : "no").orElse(""));
    }

    SourceItem item(PersonKey child, Optional<Instant> writtenAt) {
        ItemLabels labels = new ItemLabels(
                dataClass,
                nature,
                IntelligenceGrade.none(),
                Regime.UK_GDPR,
                Classification.OFFICIAL_SENSITIVE,
                HEALTH.contains(dataClass),
                Handling.none(),
                statutes);
        return new SourceItem(
                recordId,
                "",
                Optional.empty(),
                Optional.empty(),
                writtenAt,
                when,
                List.of(new SourceSubject(child, SubjectRole.INDEX_CHILD)),
                labels,
                fields,
                List.of(),
                List.of());
    }
}
