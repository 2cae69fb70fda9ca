package uk.mashhub.model.enquiry;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.Ordered;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * A person of an enquiry.
 *
 * @param details as the referral gave them
 * @param flags the person's own, and those of every candidate above the review threshold (ruling 10)
 */
public record PacketPerson(PersonId id, Set<SubjectRole> roles, PersonDetails details, List<PersonFlag> flags) {
    public PacketPerson {
        Objects.requireNonNull(id, "id");
        roles = Ordered.copy(roles, SubjectRole.class);
        Objects.requireNonNull(details, "details");
        flags = List.copyOf(flags);
    }

    @Override
    public String toString() {
        return "PacketPerson[" + id + "]";
    }
}
