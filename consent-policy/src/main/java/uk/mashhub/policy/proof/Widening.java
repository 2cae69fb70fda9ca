package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * Makes of one situation a region in which all that is assumed is impossible. It begins with the values that the rules read
 * which apply there or which differ, and with every other rule not applying, but for the matrix, where values say it. Then
 * it lets go each value and each rule that makes no difference, and widens the values that are left.
 */
final class Widening {
    private final Sat sat;
    private final Space space;
    private final Applying.Days days;
    private final Set<AgencyId> agencies;
    private final List<Rule> rules;
    private final Set<Rule> changed;
    private final List<Integer> assumed;
    private final Map<Attribute, Long> masks = new EnumMap<>(Attribute.class);
    private final Map<LocalDate, Integer> times = new LinkedHashMap<>();
    private Optional<Region.Owner> owner = Optional.empty();
    private final Map<Integer, Rule> unless = new LinkedHashMap<>();

    /**
     * @param agencies that have an agreement of their own in either policy
     * @param rules of both policies, in the order of the gates
     * @param changed those of them that one of the policies does not have
     * @param assumed with these nothing may be possible in the region
     */
    Widening(
            Sat sat,
            Space space,
            Applying.Days days,
            Set<AgencyId> agencies,
            List<Rule> rules,
            Set<Rule> changed,
            List<Integer> assumed) {
        this.sat = sat;
        this.space = space;
        this.days = days;
        this.agencies = agencies;
        this.rules = rules;
        this.changed = changed;
        this.assumed = assumed;
    }

    /** The region around a situation, which is that of the model found last. */
    Region region(FactVector facts) {
        days.literals().forEach((d, l) -> times.put(d, sat.holds(l) ? l : -l));
        Set<Attribute> read = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.match(facts) == Box.Match.YES || changed.contains(rule)) {
                read.addAll(rule.when().attributes());
            } else if (rule.gate() != Gate.MATRIX) {
                unless.putIfAbsent(silent(rule), rule);
            }
        }
        if (space.attributes().contains(Attribute.OWNER_WORDING)) {
            read.add(Attribute.OWNER_WORDING);
        }
        read.forEach(a -> masks.put(a, 1L << facts.index(a)));
        owner = Optional.of(new Region.Owner(space.owner(), agencies));
        if (!holds()) {
            throw new IllegalStateException("a difference hangs on more than rules and values");
        }
        leaveOutOwner();
        List<Attribute> order = new ArrayList<>(masks.keySet());
        Collections.reverse(order);
        order.forEach(this::leaveOut);
        List.copyOf(times.keySet()).forEach(this::leaveOut);
        leaveOutRules();
        List.copyOf(masks.keySet()).forEach(this::widen);
        return new Region(
                owner,
                masks,
                List.copyOf(unless.values()),
                started(true).max(LocalDate::compareTo),
                started(false).min(LocalDate::compareTo));
    }

    private java.util.stream.Stream<LocalDate> started(boolean yes) {
        return times.keySet().stream()
                .filter(d -> yes
                        == Optional.ofNullable(times.get(d))
                                .equals(Optional.ofNullable(days.literals().get(d))));
    }

    /** A clause that holds of every situation outside it, or where the literal does. */
    int[] outside(int or) {
        return IntStream.concat(IntStream.of(or), inside().stream().mapToInt(l -> -l))
                .toArray();
    }

    private List<Integer> inside() {
        List<Integer> inside = new ArrayList<>(unless.keySet());
        masks.forEach((a, mask) -> inside.add(space.in(a, mask)));
        inside.addAll(times.values());
        owner.ifPresent(o -> inside.add(space.owned(o.agency())));
        return inside;
    }

    private boolean holds() {
        List<Integer> all = new ArrayList<>(assumed);
        all.addAll(inside());
        return !sat.possible(all);
    }

    private void leaveOut(Attribute attribute) {
        Long mask = masks.remove(attribute);
        if (mask != null && !holds()) {
            masks.put(attribute, mask);
        }
    }

    private void leaveOutOwner() {
        Optional<Region.Owner> whose = owner;
        owner = Optional.empty();
        if (!holds()) {
            owner = whose;
        }
    }

    /** The rule does not apply. */
    private int silent(Rule rule) {
        int outside = space.outside(rule.when());
        return rule.agency().isEmpty() ? outside : sat.or(outside, -space.owned(rule.agency()));
    }

    private void leaveOut(LocalDate day) {
        Integer literal = times.remove(day);
        if (literal != null && !holds()) {
            times.put(day, literal);
        }
    }

    private void widen(Attribute attribute) {
        for (int v = 0; v < attribute.words().size(); v++) {
            long mask = masks.getOrDefault(attribute, 0L);
            if ((mask >>> v & 1) == 0) {
                masks.put(attribute, mask | 1L << v);
                if (!holds()) {
                    masks.put(attribute, mask);
                }
            }
        }
    }

    /** First those that the solver did not need, all at once; then one by one. */
    private void leaveOutRules() {
        if (!holds()) {
            throw new IllegalStateException("a region that held no longer does");
        }
        Set<Integer> core = sat.core();
        Map<Integer, Rule> every = new LinkedHashMap<>(unless);
        unless.keySet().retainAll(core);
        if (!holds()) {
            unless.clear();
            unless.putAll(every);
        }
        for (Map.Entry<Integer, Rule> e : List.copyOf(unless.entrySet())) {
            unless.remove(e.getKey());
            if (!holds()) {
                unless.put(e.getKey(), e.getValue());
            }
        }
    }
}
