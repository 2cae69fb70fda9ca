package uk.mashhub.model.contact;

import java.util.Objects;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.RelationshipKind;

/** {@code from} is {@code kind} {@code to}. */
public record ContactRelationship(PersonKey from, RelationshipKind kind, PersonKey to) {
    public ContactRelationship {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
    }
}
