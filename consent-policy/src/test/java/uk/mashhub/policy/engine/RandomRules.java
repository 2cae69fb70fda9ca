package uk.mashhub.policy.engine;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Effect;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Law;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.fact.Windows;

/** Rules and situations out of seeds. */
final class RandomRules {
    private static final LocalDate REVIEW = LocalDate.of(2027, 4, 1);

    private RandomRules() {}

    /**
     * A situation: often one of those that a rule speaks of, the rest as ordinary as can be, some facts not known and some
     * never asked for.
     */
    static FactVector facts(Random dice, RuleBook book) {
        int wild = 1 + dice.nextInt(8);
        int unknown = dice.nextInt(3) == 0 ? 6 : 120;
        Box box = book.rules().get(dice.nextInt(book.rules().size())).when();
        FactVector.Gathering facts = new FactVector.Gathering();
        owner(dice, book).ifPresent(facts::owner);
        for (Attribute a : Attribute.values()) {
            int fate = dice.nextInt(unknown);
            if (fate == 0) {
                facts.failed(a);
            } else if (fate > 1 || dice.nextBoolean()) {
                facts.put(a, a.words().get(value(dice, a, box, wild)));
            }
        }
        return facts.done();
    }

    /** Nobody, somebody with an agreement, or somebody without. */
    private static Optional<AgencyId> owner(Random dice, RuleBook book) {
        List<AgencyId> owners = new ArrayList<>(book.agencies());
        owners.add(new AgencyId("another-agency"));
        int drawn = dice.nextInt(owners.size() + 1);
        return drawn == owners.size() ? Optional.empty() : Optional.of(owners.get(drawn));
    }

    private static int value(Random dice, Attribute a, Box box, int wild) {
        if (dice.nextInt(8) < wild - 1) {
            return dice.nextInt(a.words().size());
        }
        return box.mask(a) == 0 ? 0 : Long.numberOfTrailingZeros(box.mask(a));
    }

    /** A day around those on which duties start, and the first and last of all. */
    static LocalDate day(Random dice) {
        return switch (dice.nextInt(8)) {
            case 0 -> LocalDate.MIN;
            case 1 -> LocalDate.MAX;
            default -> LocalDate.of(2027, 1, 1).plusDays(dice.nextInt(7));
        };
    }

    static RuleBook book(Random dice) {
        List<Rule> rules = new ArrayList<>();
        int size = 3 + dice.nextInt(150);
        for (int n = 0; n < size; n++) {
            Gate gate = Gate.values()[dice.nextInt(Gate.values().length)];
            String id = (gate == Gate.MATRIX ? "MATRIX/" : "R-") + n;
            Effect then = gate.onItems()
                    ? new Effect.Gives(verdict(dice))
                    : new Effect.Says(Answer.values()[dice.nextInt(Answer.values().length)]);
            Optional<LocalDate> starts =
                    gate == Gate.DUTY && dice.nextBoolean() ? Optional.of(day(dice)) : Optional.empty();
            Rule rule = rule(id, gate, dice.nextInt(5) == 0 ? "" : "Because of " + n, starts, box(dice, gate), then);
            boolean agencys = gate.ofOneAgency() && gate != Gate.MATRIX && dice.nextInt(3) == 0;
            rules.add(agencys ? of(rule, new AgencyId("agency-" + dice.nextInt(3))) : rule);
        }
        return new RuleBook(rules, List.of(), windows());
    }

    private static Rule of(Rule rule, AgencyId agency) {
        return new Rule(
                rule.id(),
                rule.gate(),
                rule.title(),
                rule.reason(),
                rule.law(),
                rule.owner(),
                rule.reviewOn(),
                Optional.of(agency),
                rule.startsOn(),
                rule.when(),
                rule.then());
    }

    private static Box box(Random dice, Gate gate) {
        List<Attribute> readable = Attribute.of(gate.asking());
        Box box = Box.ALL;
        for (int n = dice.nextInt(4); n > 0; n--) {
            box = box.with(readable.get(dice.nextInt(readable.size())), dice.nextLong());
        }
        return box;
    }

    private static Verdict verdict(Random dice) {
        Outcome outcome = Outcome.values()[dice.nextInt(Outcome.values().length)];
        return new Verdict(
                outcome,
                outcome == Outcome.REDACT ? some(dice, FieldKind.class) : Set.of(),
                outcome == Outcome.REDACT && dice.nextBoolean() ? Set.of(FieldKind.ADDRESS) : Set.of(),
                some(dice, Obligation.class),
                some(dice, Reviewer.class));
    }

    private static <E extends Enum<E>> Set<E> some(Random dice, Class<E> type) {
        EnumSet<E> some = EnumSet.noneOf(type);
        if (dice.nextInt(3) == 0) {
            Arrays.stream(type.getEnumConstants())
                    .filter(w -> dice.nextInt(4) == 0)
                    .forEach(some::add);
        }
        return some;
    }

    /** One cell for everything, and rules that all apply to what is held. */
    static RuleBook rowOf(int size) {
        List<Rule> rules = new ArrayList<>();
        rules.add(rule("MATRIX/all", Gate.MATRIX, "R", Optional.empty(), Box.ALL, gives(Outcome.SHOW)));
        for (int n = 0; n < size; n++) {
            rules.add(rule(
                    "R-" + n, Gate.HANDLING, "R", Optional.empty(), where(Attribute.HELD, 1), gives(Outcome.EXISTS)));
        }
        return new RuleBook(rules, List.of(), windows());
    }

    /** Rules of one question: many that speak of the second role, and one of each answer but the strictest for everybody. */
    static RuleBook openings(int many, Answer answer) {
        List<Rule> rules = new ArrayList<>();
        Box second = where(Attribute.ROLE, 1);
        for (int n = 0; n < many; n++) {
            rules.add(rule("O-" + n, Gate.MAY_OPEN, "R", Optional.empty(), second, new Effect.Says(answer)));
        }
        for (Answer other : List.of(Answer.ALLOW, Answer.REVIEW)) {
            rules.add(rule("P-" + other, Gate.MAY_OPEN, "R", Optional.empty(), Box.ALL, new Effect.Says(other)));
        }
        return new RuleBook(rules, List.of(), windows());
    }

    /** The same few rules, each time with one thing of one of them changed. */
    static List<RuleBook> oneRuleChanged() {
        Box held = where(Attribute.HELD, 1);
        Optional<LocalDate> always = Optional.empty();
        Rule open = rule("O-1", Gate.MAY_OPEN, "R", always, held, new Effect.Says(Answer.REFUSE));
        Rule first = rule("R-1", Gate.DUTY, "R", always, held, gives(Outcome.EXISTS));
        List<Rule> changed = List.of(
                first,
                rule("R-2", Gate.DUTY, "R", always, held, gives(Outcome.EXISTS)),
                rule("R-1", Gate.SAFETY, "R", always, held, gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "Another", always, held, gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "R", Optional.of(REVIEW), held, gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "R", Optional.of(REVIEW.plusDays(1)), held, gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "R", always, where(Attribute.RECALLED, 1), gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "R", always, where(Attribute.HELD, 0), gives(Outcome.EXISTS)),
                rule("R-1", Gate.DUTY, "R", always, held, gives(Outcome.SILENT)));
        List<RuleBook> books = new ArrayList<>();
        changed.forEach(r -> books.add(new RuleBook(List.of(open, r), List.of(), windows())));
        Rule allows = rule("O-1", Gate.MAY_OPEN, "R", always, held, new Effect.Says(Answer.ALLOW));
        Rule elsewhere =
                rule("O-1", Gate.MAY_OPEN, "R", always, where(Attribute.ROLE, 1), new Effect.Says(Answer.REFUSE));
        books.add(new RuleBook(List.of(allows, first), List.of(), windows()));
        books.add(new RuleBook(List.of(elsewhere, first), List.of(), windows()));
        books.add(new RuleBook(List.of(open, of(first, new AgencyId("an-agency"))), List.of(), windows()));
        books.add(twoDuties(REVIEW, REVIEW.plusDays(1)));
        books.add(twoDuties(REVIEW.plusDays(1), REVIEW));
        return books;
    }

    private static RuleBook twoDuties(LocalDate one, LocalDate other) {
        Box held = where(Attribute.HELD, 1);
        return new RuleBook(
                List.of(
                        rule("D-1", Gate.DUTY, "R", Optional.of(one), held, gives(Outcome.SHOW)),
                        rule("D-2", Gate.DUTY, "R", Optional.of(other), held, gives(Outcome.SHOW))),
                List.of(),
                windows());
    }

    private static Effect gives(Outcome outcome) {
        return new Effect.Gives(Verdict.of(outcome));
    }

    private static Box where(Attribute attribute, int value) {
        return Box.ALL.with(attribute, 1L << value);
    }

    private static Rule rule(String id, Gate gate, String reason, Optional<LocalDate> starts, Box when, Effect then) {
        Law law = new Law("Act of " + id, Optional.empty(), true);
        return new Rule(id, gate, "A title", reason, List.of(law), "An owner", REVIEW, starts, when, then);
    }

    private static Windows windows() {
        Map<DataClass, Optional<Period>> never = new EnumMap<>(DataClass.class);
        Arrays.stream(DataClass.values()).forEach(c -> never.put(c, Optional.empty()));
        return new Windows(never);
    }
}
