package uk.mashhub.policy.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Every situation of one question as logic: each attribute has exactly one of its values, or could not be computed. So
 * unknown words and errors are part of the space. An item has one owner: an agency with an agreement of its own, or some
 * other.
 */
final class Space {
    private final Sat sat;
    private final List<Attribute> attributes;
    private final Map<Attribute, List<Integer>> values = new EnumMap<>(Attribute.class);
    private final Map<Attribute, Integer> failed = new EnumMap<>(Attribute.class);
    private final Map<Attribute, Map<Long, Integer>> sets = new EnumMap<>(Attribute.class);
    private final Map<AgencyId, Integer> owners = new TreeMap<>(Comparator.comparing(AgencyId::value));
    private final int otherOwner;
    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, Integer> outside = new HashMap<>();
    private final int known;

    /**
     * @param agencies that have an agreement of their own
     */
    Space(Sat sat, Question question, Set<AgencyId> agencies) {
        this.sat = sat;
        agencies.forEach(a -> owners.put(a, sat.fresh()));
        this.otherOwner = -sat.or(owners.values());
        exclude(List.copyOf(owners.values()));
        this.attributes = Attribute.of(question.asking());
        attributes.forEach(this::oneOf);
        this.known = sat.fresh();
        failed.values().forEach(f -> sat.clause(-known, -f));
        Impossible.ALL.stream()
                .map(Impossible::box)
                .filter(b -> attributes.containsAll(b.attributes()))
                .forEach(b -> sat.clause(-inside(b)));
    }

    private void oneOf(Attribute attribute) {
        List<Integer> literals = new ArrayList<>();
        attribute.words().forEach(w -> literals.add(sat.fresh()));
        values.put(attribute, List.copyOf(literals));
        int error = sat.fresh();
        failed.put(attribute, error);
        sets.put(attribute, new HashMap<>());
        literals.add(error);
        sat.clause(literals.stream().mapToInt(Integer::intValue).toArray());
        exclude(literals);
    }

    /** At most one of these holds. */
    private void exclude(List<Integer> literals) {
        for (int i = 0; i < literals.size(); i++) {
            for (int j = i + 1; j < literals.size(); j++) {
                sat.clause(-literals.get(i), -literals.get(j));
            }
        }
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** The item is this agency's; of an agency without an agreement of its own if none is given. */
    int owned(Optional<AgencyId> agency) {
        return agency.map(a -> of(owners, a)).orElse(otherOwner);
    }

    /** Whose the item is in the model found last. */
    Optional<AgencyId> owner() {
        return owners.entrySet().stream()
                .filter(e -> sat.holds(e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Assumed, it leaves out situations in which something could not be computed. */
    int known() {
        return known;
    }

    /** Assumed, it leaves out situations in which everything could be computed. */
    int unknown() {
        return sat.or(failed.values());
    }

    /** The value is known, and one of these. */
    int in(Attribute attribute, long mask) {
        return of(sets, attribute).computeIfAbsent(mask, m -> {
            List<Integer> some = new ArrayList<>();
            List<Integer> literals = of(values, attribute);
            for (int v = 0; v < literals.size(); v++) {
                if ((m >>> v & 1) == 1) {
                    some.add(literals.get(v));
                }
            }
            return sat.or(some);
        });
    }

    /** A yes-or-no fact is known to be this. */
    int says(Attribute attribute, String word) {
        return in(attribute, 1L << attribute.words().indexOf(word));
    }

    /** The value is known and is none of a box's. */
    int outside(Attribute attribute, Box box) {
        return in(attribute, Box.all(attribute) & ~box.mask(attribute));
    }

    /** The situation is known to lie in a box. */
    int inside(Box box) {
        return inside.computeIfAbsent(
                box.toString(),
                b -> sat.and(
                        box.attributes().stream().map(a -> in(a, box.mask(a))).toList()));
    }

    /** The situation is known to lie outside a box. */
    int outside(Box box) {
        return outside.computeIfAbsent(
                box.toString(),
                b -> sat.or(box.attributes().stream().map(a -> outside(a, box)).toList()));
    }

    /** The literal of one value; of the value's failing for a negative index. */
    int literal(Attribute attribute, int index) {
        return index < 0 ? of(failed, attribute) : of(values, attribute).get(index);
    }

    /** The place of the value in the model found last; -1 where it could not be computed. */
    int index(Attribute attribute) {
        List<Integer> literals = of(values, attribute);
        for (int v = 0; v < literals.size(); v++) {
            if (sat.holds(literals.get(v))) {
                return v;
            }
        }
        return -1;
    }

    /** The situation of the model found last. */
    FactVector facts() {
        FactVector.Gathering gathering = new FactVector.Gathering();
        owner().ifPresent(gathering::owner);
        for (Attribute a : attributes) {
            int index = index(a);
            if (index < 0) {
                gathering.failed(a);
            } else {
                gathering.put(a, a.words().get(index));
            }
        }
        return gathering.done();
    }

    /** How many situations there are, those included that cannot be. */
    BigInteger size() {
        return attributes.stream()
                .map(a -> BigInteger.valueOf(a.words().size() + 1L))
                .reduce(BigInteger.valueOf(owners.size() + 1L), BigInteger::multiply);
    }

    private static <K, V> V of(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the question does not read " + key);
        }
        return value;
    }
}
