package uk.mashhub.model.item;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.HandlingCondition;

/**
 * Conditions that the owner or originator sets on one item.
 *
 * @param text the owner's own words of the condition; shown to whoever may read the item
 * @param readers teams that alone may read it; empty means no such limit
 * @param expiresOn last day on which it may be shown
 */
public record Handling(
        Set<HandlingCondition> conditions, String text, List<TeamId> readers, Optional<LocalDate> expiresOn) {
    public Handling {
        conditions =
                conditions.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(conditions));
        Objects.requireNonNull(text, "text");
        readers = List.copyOf(readers);
        Objects.requireNonNull(expiresOn, "expiresOn");
    }

    /** No condition. */
    public static Handling none() {
        return new Handling(Set.of(), "", List.of(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Handling" + conditions;
    }
}
