package uk.mashhub.model.contact;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.Ordered;
import uk.mashhub.model.vocabulary.SubjectRole;

/** A person of a contact or an answer, by a key that means something inside the message only. */
public record ContactPerson(PersonKey key, Set<SubjectRole> roles, PersonDetails details, List<PersonFlag> flags) {
    public ContactPerson {
        Objects.requireNonNull(key, "key");
        roles = Ordered.copy(roles, SubjectRole.class);
        Objects.requireNonNull(details, "details");
        flags = List.copyOf(flags);
    }

    @Override
    public String toString() {
        return "ContactPerson" + roles;
    }
}
