package uk.mashhub.policy.agreement;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/**
 * Checks exactly that boxes cut the space without overlap and without gap: they are pairwise disjoint and their volumes
 * add up to the volume of the space, so in every situation exactly one of them holds.
 */
final class Partition {
    private static final List<Attribute> SPACE = Attribute.of(Asking.MAY_SEE);
    private final List<Rule> rules;

    Partition(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    void check(String file, Problems problems) {
        boolean disjoint = true;
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                if (rules.get(i).when().meets(rules.get(j).when())) {
                    Box both = rules.get(i).when().and(rules.get(j).when());
                    disjoint = false;
                    problems.note(
                            file,
                            0,
                            rules.get(i).id() + " and " + rules.get(j).id() + " both match, for example "
                                    + corner(both));
                }
            }
        }
        if (disjoint && !volume().equals(Box.ALL.volume(SPACE))) {
            problems.note(
                    file,
                    0,
                    "no cell matches, for example "
                            + gap(Box.ALL, 0).map(Partition::corner).orElse("?"));
        }
    }

    private BigInteger volume() {
        return rules.stream().map(r -> r.when().volume(SPACE)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A part of a region that no box from the given one on holds. */
    private Optional<Box> gap(Box region, int from) {
        for (int i = from; i < rules.size(); i++) {
            Box box = rules.get(i).when();
            if (!region.and(box).empty()) {
                return around(region, box, i + 1);
            }
        }
        return Optional.of(region);
    }

    private Optional<Box> around(Box region, Box box, int next) {
        Box rest = region;
        for (Attribute a : box.attributes()) {
            Box outside = rest.with(a, ~box.mask(a));
            if (!outside.empty()) {
                Optional<Box> found = gap(outside, next);
                if (found.isPresent()) {
                    return found;
                }
            }
            rest = rest.with(a, box.mask(a));
        }
        return Optional.empty();
    }

    /** One situation of a box, by the attributes that matter. */
    private static String corner(Box box) {
        Box corner = Box.ALL;
        for (Attribute a : box.attributes()) {
            corner = corner.with(a, Long.lowestOneBit(box.mask(a)));
        }
        return corner.toString();
    }
}
