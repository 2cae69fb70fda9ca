package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Trial;
import uk.mashhub.policy.fact.FactVector;

/**
 * Where two policies answer one question differently: exactly, and all of it. The solver finds a situation in which they
 * do, {@link Widening} makes of it a region in which every situation differs in the same way, and the solver looks for one
 * outside all regions found, until there is none. Where a fact cannot be worked out, each way of differing that comes up
 * nowhere else is found, with an example of it.
 */
final class Comparison {
    private final Question question;
    private final Trial before;
    private final Trial after;
    private final Sat sat = new Sat();
    private final Set<AgencyId> agencies;
    private final Space space;
    private final Applying.Days days;
    private final Aspects aspects;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<Rule> changed = new HashSet<>();
    private final List<Integer> real = new ArrayList<>();
    private final int most;
    private boolean endedEarly;

    Comparison(Question question, RuleBook before, RuleBook after) {
        this(question, before, after, Integer.MAX_VALUE);
    }

    /** @param most after so many differences that give nobody more it looks no further; those that do it finds all */
    Comparison(Question question, RuleBook before, RuleBook after, int most) {
        this.question = question;
        this.most = most;
        this.before = new Trial(before);
        this.after = new Trial(after);
        List<Rule> was = rules(question, before);
        List<Rule> now = rules(question, after);
        rules.addAll(was);
        rules.addAll(now);
        this.agencies = rules.stream().flatMap(r -> r.agency().stream()).collect(Collectors.toSet());
        this.space = new Space(sat, question, agencies);
        rules.stream().filter(r -> !(says(r, was) && says(r, now))).forEach(changed::add);
        this.days = new Applying.Days(sat, rules);
        this.aspects = Aspects.of(
                question, sat, space, new Applying(sat, space, was, days), new Applying(sat, space, now, days));
        // What is switched off starts on no day.
        days.literals().tailMap(LocalDate.MAX).values().forEach(l -> real.add(-l));
    }

    private static List<Rule> rules(Question question, RuleBook book) {
        return question.gates().stream().flatMap(g -> book.of(g).stream()).toList();
    }

    /** Whether one of these says the same in the same situations. */
    private static boolean says(Rule rule, List<Rule> rules) {
        return rules.stream()
                .anyMatch(r -> r.gate() == rule.gate()
                        && r.agency().equals(rule.agency())
                        && r.then().equals(rule.then())
                        && r.startsOn().equals(rule.startsOn())
                        && r.when().within(rule.when())
                        && rule.when().within(r.when()));
    }

    /** Whether there may be more than it found. */
    boolean endedEarly() {
        return endedEarly;
    }

    private boolean enough(int found, int most) {
        endedEarly |= found >= most;
        return found >= most;
    }

    /** What would give somebody more stands first: nobody who signs may miss it behind what takes something. */
    List<Change> all() {
        List<Change> changes = new ArrayList<>(known());
        List<Delta> there = changes.stream().map(Change::delta).toList();
        unknown().stream().filter(c -> !there.contains(c.delta())).forEach(changes::add);
        return Stream.concat(
                        changes.stream().filter(c -> c.delta().widens()),
                        changes.stream().filter(c -> !c.delta().widens()))
                .toList();
    }

    private List<Change> known() {
        List<Change> changes = new ArrayList<>();
        int searching = sat.fresh();
        regions(changes, searching, aspects.widens(), Integer.MAX_VALUE);
        regions(changes, searching, aspects.differs(), most);
        return changes.stream().filter(c -> !covered(c, changes)).toList();
    }

    private void regions(List<Change> changes, int searching, int differing, int most) {
        int before = changes.size();
        List<Integer> wanted = with(space.known(), differing, searching);
        while (sat.possible(wanted) && !enough(changes.size() - before, most)) {
            Situation found = situation();
            Widening widening =
                    new Widening(sat, space, days, agencies, rules, changed, with(space.known(), -aspects.asNow()));
            Region region = widening.region(found.facts());
            // Regions found are left out of the search, and not of what the next region is held against.
            sat.clause(widening.outside(-searching));
            changes.add(new Change(question, delta(found), Optional.of(region), ""));
        }
    }

    /** Of two regions that hold each other the one found first stays. */
    private static boolean covered(Change change, List<Change> all) {
        Region mine = change.where().orElseThrow();
        for (int i = 0; i < all.size(); i++) {
            Change other = all.get(i);
            Region theirs = other.where().orElseThrow();
            if (other != change
                    && other.delta().equals(change.delta())
                    && mine.within(theirs)
                    && !(theirs.within(mine) && i > all.indexOf(change))) {
                return true;
            }
        }
        return false;
    }

    private List<Change> unknown() {
        Map<Delta, Change> changes = new LinkedHashMap<>();
        List<Integer> others = new ArrayList<>();
        examples(changes, others, aspects.widens(), Integer.MAX_VALUE);
        examples(changes, others, aspects.differs(), most);
        return List.copyOf(changes.values());
    }

    /** @param others that it differs in none of the ways found before */
    private void examples(Map<Delta, Change> changes, List<Integer> others, int differing, int most) {
        int before = changes.size();
        List<Integer> wanted = with(space.unknown(), differing);
        wanted.addAll(others);
        while (sat.possible(wanted) && !enough(changes.size() - before, most)) {
            int same = aspects.asNow();
            Situation found = situation();
            Delta delta = delta(found);
            changes.putIfAbsent(
                    delta,
                    new Change(
                            question,
                            delta,
                            Optional.empty(),
                            new Case.Situation(found.facts(), found.today())
                                    .words(space.attributes().stream()
                                            .filter(a -> !found.facts().known(a)))));
            wanted.add(-same);
            others.add(-same);
        }
    }

    private List<Integer> with(int... literals) {
        List<Integer> all = new ArrayList<>(real);
        for (int literal : literals) {
            all.add(literal);
        }
        return all;
    }

    /** A situation on a day. */
    private record Situation(FactVector facts, LocalDate today) {}

    /** That of the model found last. */
    private Situation situation() {
        return new Situation(space.facts(), days.today());
    }

    /** What the engine itself makes of the situation, so that nothing rests on the encoding alone. */
    private Delta delta(Situation s) {
        Delta delta;
        if (question == Question.MAY_SEE) {
            delta = Delta.OfItem.between(
                    before.item(s.facts(), s.today()).verdict(),
                    after.item(s.facts(), s.today()).verdict());
        } else {
            Gate gate = question.gates().get(0);
            delta = new Delta.OfAnswer(
                    before.answer(gate, s.facts()).answer(),
                    after.answer(gate, s.facts()).answer());
        }
        if (delta.same()) {
            throw new IllegalStateException("solver and engine disagree on a difference of " + question);
        }
        return delta;
    }
}
