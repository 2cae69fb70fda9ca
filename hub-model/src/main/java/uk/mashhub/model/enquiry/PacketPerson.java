package uk.mashhub.model.enquiry;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.Ordered;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * A person of an enquiry.
 *
 * @param details as the referral gave them
 * @param flags the person's own: those of records whose link to the person is settled
 * @param possibleFlags those of candidates above the review threshold: they restrict like the person's own, and no reader
 *     is told of them (ruling 10)
 */
public record PacketPerson(
        PersonId id,
        Set<SubjectRole> roles,
        PersonDetails details,
        List<PersonFlag> flags,
        List<PersonFlag> possibleFlags) {
    public PacketPerson {
        Objects.requireNonNull(id, "id");
        roles = Ordered.copy(roles, SubjectRole.class);
        Objects.requireNonNull(details, "details");
        flags = List.copyOf(flags);
        possibleFlags = List.copyOf(possibleFlags);
    }

    /** A person of whom there is no candidate with a flag. */
    public PacketPerson(PersonId id, Set<SubjectRole> roles, PersonDetails details, List<PersonFlag> flags) {
        this(id, roles, details, flags, List.of());
    }

    /** Every flag that restricts, settled or not. */
    public Stream<PersonFlag> restrictions() {
        return Stream.concat(flags.stream(), possibleFlags.stream());
    }

    @Override
    public String toString() {
        return "PacketPerson[" + id + "]";
    }
}
