package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
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
 */
public record Answer(
        QuestionId token,
        SourceId source,
        Kind kind,
        String reason,
        List<ContactPerson> people,
        List<ContactHousehold> households,
        List<ContactRelationship> relationships,
        List<SourceItem> items,
        List<UnknownTerm> unknownTerms) {

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
        households = List.copyOf(households);
        relationships = List.copyOf(relationships);
        items = List.copyOf(items);
        unknownTerms = List.copyOf(unknownTerms);
        if (kind != Kind.ANSWERED && !items.isEmpty()) {
            throw new IllegalArgumentException("only ANSWERED carries items");
        }
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
