package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.item.UnknownTerm;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.Ordered;

/**
 * A concern reaching the hub, as an adapter reads it from a form, a notification or a message.
 *
 * @param immediateDanger the sender says that somebody is in danger now
 * @param items what the contact says, piece by piece; identity and location facts are items too
 */
public record Contact(
        Referrer referrer,
        Classification classification,
        Set<ConcernCategory> categories,
        boolean immediateDanger,
        List<ContactPerson> people,
        List<ContactHousehold> households,
        List<ContactRelationship> relationships,
        List<ContactConsent> consents,
        List<SourceItem> items,
        List<UnknownTerm> unknownTerms) {
    public Contact {
        Objects.requireNonNull(referrer, "referrer");
        Objects.requireNonNull(classification, "classification");
        categories = Ordered.copy(categories, ConcernCategory.class);
        people = List.copyOf(people);
        households = List.copyOf(households);
        relationships = List.copyOf(relationships);
        consents = List.copyOf(consents);
        items = List.copyOf(items);
        unknownTerms = List.copyOf(unknownTerms);
    }

    @Override
    public String toString() {
        return "Contact[" + people.size() + " people, " + items.size() + " items]";
    }
}
