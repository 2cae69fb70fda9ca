package uk.mashhub.model.person;

import java.util.Objects;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.RelationshipKind;

/** {@code from} is {@code kind} {@code to}: 'from PARENT_OF to'. */
public record Relationship(PersonId from, RelationshipKind kind, PersonId to) {
    public Relationship {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
    }
}
