package uk.mashhub.match;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.id.PersonId;

/**
 * A person who may be the one, and whose records a statute forbids to join or to tell of. It says who must look, and
 * nothing of how like the two are. No ordinary reader may learn that it exists: neither it nor anything computed from it
 * goes to a view, list, count or log that such a reader sees.
 *
 * @param units who must look; never empty
 */
public record Restricted(PersonId id, Set<Reviewer> units) {
    public Restricted {
        Objects.requireNonNull(id, "id");
        units = java.util.Collections.unmodifiableSet(EnumSet.copyOf(units));
    }

    /** Prints no id: the id of a person who may not be known of is a trace. */
    @Override
    public String toString() {
        return "Restricted" + units;
    }
}
