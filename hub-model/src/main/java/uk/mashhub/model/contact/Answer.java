package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.id.QuestionId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;

/**
 * What one source says to a question.
 *
 * @param token the question's
 * @param reason for REFUSED and UNAVAILABLE: why, in words that hold no personal data; otherwise empty
 * @param people asked people keep the question's keys; others get keys of their own
 * @param candidates records that may be of somebody asked about, where the source is not sure; their items wait until the
 *     link is settled (ruling 10)
 */
public record Answer(
        QuestionId token,
        SourceId source,
        Kind kind,
        String reason,
        List<ContactPerson> people,
        List<Candidate> candidates,
        List<ContactHousehold> households,
        List<ContactRelationship> relationships,
        List<SourceItem> items,
        List<UnknownTerm> unknownTerms) {

    /**
     * A record that may be of a person who was asked about. One record may be a candidate for several people, and one
     * person may have several candidates.
     *
     * @param key the record's own, never a key of the question
     * @param of the key of the question
     */
    public record Candidate(PersonKey key, PersonKey of) {
        public Candidate {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(of, "of");
        }
    }

    /** How a source answers. */
    public enum Kind {
        ANSWERED,
        NO_RECORD,
        REFUSED,
        /** Not an answer: the source could not be reached, and will be asked again. */
        UNAVAILABLE
    }

    public Answer {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        people = List.copyOf(people);
        candidates = List.copyOf(candidates);
        households = List.copyOf(households);
        relationships = List.copyOf(relationships);
        items = List.copyOf(items);
        unknownTerms = List.copyOf(unknownTerms);
        if (kind != Kind.ANSWERED && !items.isEmpty()) {
            throw new IllegalArgumentException("only ANSWERED carries items");
        }
    }

    /** An answer of a source that is sure whom its records are of. */
    public Answer(
            QuestionId token,
            SourceId source,
            Kind kind,
            String reason,
            List<ContactPerson> people,
            List<ContactHousehold> households,
            List<ContactRelationship> relationships,
            List<SourceItem> items,
            List<UnknownTerm> unknownTerms) {
        this(token, source, kind, reason, people, List.of(), households, relationships, items, unknownTerms);
    }

    /** An answer without content. */
    public static Answer without(Question question, Kind kind, String reason) {
        return new Answer(
                question.token(),
                question.source(),
                kind,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public String toString() {
        return "Answer[" + source + ", " + kind + ", " + items.size() + " items]";
    }
}
