package uk.mashhub.match;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * A person the hub knows who may be the one that a record speaks of.
 *
 * @param details what one source says of the person; several candidates may share an id
 * @param statutes statutes that forbid joining the person's records, or telling that they can be joined
 */
public record Candidate(PersonId id, PersonDetails details, Set<StatuteFlag> statutes) {
    public Candidate {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(details, "details");
        statutes = statutes.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(statutes));
    }

    @Override
    public String toString() {
        return "Candidate[" + id + "]";
    }
}
