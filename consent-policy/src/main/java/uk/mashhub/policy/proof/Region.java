package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * A set of situations in which every fact is known: a box of allowed values less the boxes of some rules.
 *
 * @param owner whose items, if that matters
 * @param masks bit n stands for value n; an attribute that is not here may have any value
 * @param unless rules of either policy that do not apply there, in the order of the gates
 * @param from the first day on which it holds, if some day matters
 * @param before the first day on which it no longer holds
 */
public record Region(
        Optional<Owner> owner,
        Map<Attribute, Long> masks,
        List<Rule> unless,
        Optional<LocalDate> from,
        Optional<LocalDate> before) {

    /**
     * Whose item it is.
     *
     * @param agency empty for any that has no agreement of its own
     * @param having those that have one
     */
    public record Owner(Optional<AgencyId> agency, Set<AgencyId> having) {
        public Owner {
            having = Set.copyOf(having);
        }

        boolean owns(FactVector facts) {
            Optional<AgencyId> whose = facts.owner().filter(having::contains);
            return whose.equals(agency);
        }
    }

    public Region {
        Map<Attribute, Long> ordered = new EnumMap<>(Attribute.class);
        ordered.putAll(masks);
        masks = Collections.unmodifiableMap(ordered);
        unless = List.copyOf(unless);
    }

    /** Whether a situation lies in it. One of which some fact is not known does not. */
    public boolean holds(FactVector facts, LocalDate today) {
        boolean inTime = from.map(f -> !today.isBefore(f)).orElse(true)
                && before.map(today::isBefore).orElse(true);
        return inTime
                && owner.map(o -> o.owns(facts)).orElse(true)
                && masks.entrySet().stream().allMatch(e -> (e.getValue() >>> facts.index(e.getKey()) & 1) == 1)
                && unless.stream().noneMatch(r -> r.match(facts) == Box.Match.YES);
    }

    /** Whether all of it lies in another, as far as that can be seen part by part. */
    boolean within(Region other) {
        return (other.owner.isEmpty() || other.owner.equals(owner))
                && other.from.equals(from)
                && other.before.equals(before)
                && unless.containsAll(other.unless)
                && other.masks.entrySet().stream()
                        .allMatch(e -> (masks.getOrDefault(e.getKey(), Box.all(e.getKey())) & ~e.getValue()) == 0);
    }
}
