package uk.mashhub.model.item;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * An item as an adapter reads it: subjects are keys of the message, and there is no owner, because the owner is whoever
 * the transport authenticated.
 *
 * @param claims words of the source that had no place in the vocabulary, kept as they were
 */
public record SourceItem(
        String recordId,
        String recordVersion,
        Optional<AgencyId> originator,
        Optional<String> eventKey,
        Optional<Instant> recordedAt,
        EventTime when,
        List<SourceSubject> subjects,
        ItemLabels labels,
        List<ItemField> fields,
        List<Attachment> attachments,
        List<UnknownTerm> unknownTerms) {

    /** A person of the message whom the item is about. */
    public record SourceSubject(PersonKey person, SubjectRole role) {
        public SourceSubject {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(role, "role");
        }
    }

    public SourceItem {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(recordVersion, "recordVersion");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(eventKey, "eventKey");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(when, "when");
        subjects = List.copyOf(subjects);
        Objects.requireNonNull(labels, "labels");
        fields = List.copyOf(fields);
        attachments = List.copyOf(attachments);
        unknownTerms = List.copyOf(unknownTerms);
    }

    @Override
    public String toString() {
        return "SourceItem[" + labels.dataClass() + "]";
    }
}
