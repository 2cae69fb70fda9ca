package uk.mashhub.adapter.police.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;

/**
 * What stands at the head of a police record and goes onto every item made of it.
 *
 * @param originator the force it came from, if another
 * @param conditions of the record as a whole
 * @param strange the record holds something that this adapter does not know: all its items are of UNKNOWN class
 * @param terms words of the record that the vocabulary does not know
 */
public record Heading(
        String recordId,
        String version,
        Optional<AgencyId> originator,
        Optional<String> eventKey,
        Optional<Instant> recordedAt,
        EventTime when,
        List<SourceSubject> subjects,
        Classification classification,
        Set<HandlingCondition> conditions,
        boolean strange,
        List<UnknownTerm> terms) {
    public Heading {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(eventKey, "eventKey");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(when, "when");
        subjects = List.copyOf(subjects);
        Objects.requireNonNull(classification, "classification");
        conditions = Set.copyOf(conditions);
        terms = List.copyOf(terms);
    }

    /** An item of this record that is no intelligence. All police items are law-enforcement data (DPA 2018 Part 3). */
    public SourceItem item(String part, DataClass dataClass, Nature nature, List<ItemField> fields) {
        return item(part, labels(dataClass, nature, IntelligenceGrade.none(), ""), fields);
    }

    /** An item with labels of its own. */
    public SourceItem item(String part, ItemLabels labels, List<ItemField> fields) {
        return new SourceItem(
                recordId + part,
                version,
                originator,
                eventKey,
                recordedAt,
                when,
                subjects,
                labels,
                fields,
                List.of(),
                terms);
    }

    /** The labels of an item of this record. */
    public ItemLabels labels(DataClass dataClass, Nature nature, IntelligenceGrade grade, String handlingText) {
        return new ItemLabels(
                strange ? DataClass.UNKNOWN : dataClass,
                nature,
                grade,
                Regime.DPA_PART_3,
                classification,
                false,
                new Handling(conditions, handlingText, List.of(), Optional.empty()),
                Set.of());
    }

    /** The same heading for a part that is no event of its own, about other people, or at another time. */
    public Heading about(List<SourceSubject> others, EventTime at) {
        return new Heading(
                recordId,
                version,
                originator,
                Optional.empty(),
                recordedAt,
                at,
                others,
                classification,
                conditions,
                strange,
                terms);
    }

    /** The same heading with an originator, conditions and a marking of its own. */
    public Heading handled(Optional<AgencyId> from, Set<HandlingCondition> asked, Classification marking) {
        return new Heading(
                recordId, version, from, eventKey, recordedAt, when, subjects, marking, asked, strange, terms);
    }

    /** Prints nothing of the record. */
    @Override
    public String toString() {
        return "Heading" + conditions;
    }
}
