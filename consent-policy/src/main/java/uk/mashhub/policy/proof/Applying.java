package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.mashhub.policy.agreement.Rule;

/** The rules of a question as logic: in which situations each applies, and in which nobody can say. */
final class Applying {

    /**
     * One rule.
     *
     * @param yes literal: it applies
     * @param doubt literal: it hangs on a fact that could not be computed
     */
    record Applied(Rule rule, int yes, int doubt) {}

    private final List<Applied> all = new ArrayList<>();
    private final Sat sat;
    private final Space space;
    private final Days days;

    Applying(Sat sat, Space space, List<Rule> rules) {
        this(sat, space, rules, new Days(sat, rules));
    }

    /**
     * The same on days that others share.
     *
     * @param days on which every rule that starts some day does
     */
    Applying(Sat sat, Space space, List<Rule> rules, Days days) {
        this.sat = sat;
        this.space = space;
        this.days = days;
        rules.forEach(r -> all.add(applied(r)));
    }

    /** The days on which rules start, as logic: what has started later has started earlier too. */
    static final class Days {
        private final TreeMap<LocalDate, Integer> started = new TreeMap<>();
        private final Sat sat;

        Days(Sat sat, List<Rule> rules) {
            this.sat = sat;
            rules.forEach(r -> r.startsOn().ifPresent(d -> started.computeIfAbsent(d, k -> sat.fresh())));
            List<Integer> inOrder = List.copyOf(started.values());
            for (int i = 1; i < inOrder.size(); i++) {
                sat.clause(-inOrder.get(i), inOrder.get(i - 1));
            }
        }

        /** One literal for each day; it holds from that day on. */
        SortedMap<LocalDate, Integer> literals() {
            return started;
        }

        /** A day on which as many rules have started as in the model found last. */
        LocalDate today() {
            return started.entrySet().stream()
                    .filter(e -> sat.holds(e.getValue()))
                    .map(Map.Entry::getKey)
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.MIN);
        }
    }

    /** A duty that starts some day, or is off, is proved for with and without. */
    private Applied applied(Rule rule) {
        int mine = rule.agency().isPresent() ? space.owned(rule.agency()) : sat.truth();
        int inside = sat.and(space.inside(rule.when()), mine);
        int doubt = sat.and(List.of(-inside, -space.outside(rule.when()), mine));
        return rule.startsOn()
                .map(days.literals()::get)
                .map(start -> new Applied(rule, sat.and(inside, start), sat.and(doubt, start)))
                .orElseGet(() -> new Applied(rule, inside, doubt));
    }

    List<Applied> all() {
        return all;
    }

    /** A day on which as many rules have started as in the model found last. */
    LocalDate today() {
        return days.today();
    }
}
