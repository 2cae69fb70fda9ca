package uk.mashhub.adapter.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.Attachment;
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
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;

/** An item being put together. Every item of health is confidential (common law), UK GDPR, OFFICIAL-SENSITIVE. */
final class ItemDraft {
    private final String recordId;
    private final DataClass dataClass;
    private final List<SourceSubject> subjects = new ArrayList<>();
    private final List<ItemField> fields = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<UnknownTerm> unknownTerms = new ArrayList<>();
    private final Set<HandlingCondition> conditions = EnumSet.noneOf(HandlingCondition.class);
    private final Set<StatuteFlag> statutes = EnumSet.noneOf(StatuteFlag.class);
    private String version = "";
    private Nature nature = Nature.FACT;
    private EventTime when = EventTime.unknown();
    private Optional<Instant> recordedAt = Optional.empty();
    private Optional<AgencyId> originator = Optional.empty();
    private Optional<String> eventKey = Optional.empty();

    ItemDraft(String recordId, DataClass dataClass) {
        this.recordId = recordId;
        this.dataClass = dataClass;
    }

    ItemDraft recorded(String version, Optional<Instant> at) {
        this.version = version;
        this.recordedAt = at;
        return this;
    }

    ItemDraft nature(Nature nature) {
        this.nature = nature;
        return this;
    }

    ItemDraft when(EventTime when) {
        this.when = when;
        return this;
    }

    ItemDraft originator(Optional<AgencyId> originator) {
        this.originator = originator;
        return this;
    }

    ItemDraft event(Optional<String> key) {
        this.eventKey = key;
        return this;
    }

    ItemDraft about(PersonKey person, SubjectRole role) {
        subjects.add(new SourceSubject(person, role));
        return this;
    }

    /** Adds a field; a blank value adds nothing. Free text brings the flag of the statute that it calls for. */
    ItemDraft field(FieldKind kind, String label, String value) {
        String text = PlainText.of(value);
        if (kind == FieldKind.NARRATIVE && Sensitivity.mentionsAssistedConception(text)) {
            statutes.add(StatuteFlag.ASSISTED_CONCEPTION);
        }
        if (!text.isEmpty()) {
            fields.add(new ItemField(kind, label, text));
        }
        return this;
    }

    /** Adds what standard codes say as a typed field, and what was typed beside them as free text. */
    ItemDraft coded(FieldKind kind, String label, List<CodeableConcept> concepts) {
        field(kind, label, Coded.standard(concepts));
        return field(FieldKind.NARRATIVE, label, Coded.free(concepts));
    }

    ItemDraft coded(FieldKind kind, String label, CodeableConcept concept) {
        return coded(kind, label, List.of(concept));
    }

    ItemDraft attachment(Attachment attachment) {
        attachments.add(attachment);
        return field(FieldKind.ATTACHMENT, "Attachment", attachment.fileName());
    }

    ItemDraft conditions(Collection<HandlingCondition> more) {
        conditions.addAll(more);
        return this;
    }

    ItemDraft statute(StatuteFlag flag) {
        statutes.add(flag);
        return this;
    }

    ItemDraft unknown(Collection<UnknownTerm> terms) {
        unknownTerms.addAll(terms);
        return this;
    }

    DataClass dataClass() {
        return dataClass;
    }

    /** Whether there is anything to read in it. */
    boolean hasContent() {
        return !fields.isEmpty() || !attachments.isEmpty();
    }

    SourceItem build() {
        return new SourceItem(
                recordId,
                version,
                originator,
                eventKey,
                recordedAt,
                when,
                subjects,
                new ItemLabels(
                        dataClass,
                        nature,
                        IntelligenceGrade.none(),
                        Regime.UK_GDPR,
                        Classification.OFFICIAL_SENSITIVE,
                        true,
                        new Handling(conditions, "", List.of(), Optional.empty()),
                        statutes),
                fields,
                attachments,
                unknownTerms);
    }
}
