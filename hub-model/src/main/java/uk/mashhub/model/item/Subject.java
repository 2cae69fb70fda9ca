package uk.mashhub.model.item;

import java.util.Objects;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A person whom an item is about, and what the person is in it. */
public record Subject(PersonId person, SubjectRole role) {
    public Subject {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
    }
}
