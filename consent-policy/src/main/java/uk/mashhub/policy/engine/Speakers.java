package uk.mashhub.policy.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Rule;

/** Which rules of a row speak of whose items, or of whose being asked: bit n of the blocks stands for rule n. Immutable. */
final class Speakers {
    /** By the owner, as facts name it. */
    private final Map<Optional<AgencyId>, long[]> ofOwner = new HashMap<>();

    /** The same for an owner without an agreement of its own. */
    private final long[] ofOthers;

    /**
     * @param row empty for a place that speaks of everybody
     */
    Speakers(List<Optional<Rule>> row) {
        row.stream()
                .flatMap(r -> r.flatMap(Rule::agency).stream())
                .distinct()
                .forEach(a -> ofOwner.put(Optional.of(a), bits(row, r -> r.speaksOf(Optional.of(a)))));
        this.ofOthers = bits(row, r -> r.speaksOf(Optional.empty()));
    }

    /** The bits of an owner, by block, which nobody changes. */
    long[] of(Optional<AgencyId> owner) {
        return ofOwner.getOrDefault(owner, ofOthers);
    }

    /** The rules of a row that speak, by block; a place without a rule always does. */
    static long[] bits(List<Optional<Rule>> row, Predicate<Rule> speaks) {
        long[] bits = new long[(row.size() + Block.SIZE - 1) / Block.SIZE];
        for (int n = 0; n < row.size(); n++) {
            if (row.get(n).map(speaks::test).orElse(true)) {
                bits[n / Block.SIZE] |= 1L << (n % Block.SIZE);
            }
        }
        return bits;
    }
}
