package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Claim;
import uk.mashhub.policy.agreement.Effect;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Invariant;
import uk.mashhub.policy.agreement.Law;
import uk.mashhub.policy.agreement.Place;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.Windows;

/** A policy of a few rules, which a test may break: every reader sees everything unless a rule says otherwise. */
final class SmallPolicy {
    private static final Law LAW = new Law("An Act", Optional.empty(), true);
    private static final LocalDate REVIEW = LocalDate.of(2027, 4, 1);

    private final List<Rule> rules = new ArrayList<>();
    private final List<Basis> bases = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Every part of a legal basis holds everywhere. */
    private SmallPolicy() {
        Arrays.stream(Basis.Part.values()).forEach(p -> basis("B-" + p, p, Optional.empty(), Box.ALL));
    }

    SmallPolicy withoutBases() {
        bases.clear();
        return this;
    }

    /** One cell for everything. */
    static SmallPolicy open() {
        return new SmallPolicy().cell("MATRIX/all", Box.ALL, Outcome.SHOW);
    }

    static SmallPolicy empty() {
        return new SmallPolicy();
    }

    /** The situations in which an attribute has one of these values. */
    static Box where(Attribute attribute, String... values) {
        return and(Box.ALL, attribute, values);
    }

    static Box and(Box box, Attribute attribute, String... values) {
        long mask = Arrays.stream(values)
                .mapToLong(v -> 1L << attribute.words().indexOf(v))
                .reduce(0, (a, b) -> a | b);
        return box.with(attribute, mask);
    }

    SmallPolicy cell(String id, Box when, Outcome outcome) {
        return rule(id, Gate.MATRIX, when, Verdict.of(outcome));
    }

    SmallPolicy rule(String id, Gate gate, Box when, Outcome outcome) {
        return rule(id, gate, when, Verdict.of(outcome));
    }

    SmallPolicy redact(String id, Box when, FieldKind... kinds) {
        return rule(id, Gate.SAFETY, when, new Verdict(Outcome.REDACT, Set.of(kinds), Set.of(), Set.of()));
    }

    SmallPolicy rule(String id, Gate gate, Box when, Verdict verdict) {
        return add(id, gate, when, new Effect.Gives(verdict), Optional.empty());
    }

    SmallPolicy duty(String id, Box when, Verdict verdict, LocalDate starts) {
        return add(id, Gate.DUTY, when, new Effect.Gives(verdict), Optional.of(starts));
    }

    SmallPolicy answer(String id, Gate gate, Box when, Answer answer) {
        return add(id, gate, when, new Effect.Says(answer), Optional.empty());
    }

    /** On what an owner rests. */
    SmallPolicy basis(String id, Basis.Part part, Optional<AgencyId> agency, Box when) {
        bases.add(new Basis(id, part, "A title", List.of(LAW), "An owner", REVIEW, agency, when));
        return this;
    }

    private SmallPolicy add(String id, Gate gate, Box when, Effect then, Optional<LocalDate> starts) {
        rules.add(new Rule(id, gate, "A title", "A reason.", List.of(LAW), "An owner", REVIEW, starts, when, then));
        places.put(id, new Place(gate == Gate.MATRIX ? "matrix.yaml" : "small.yaml", places.size() + 1));
        return this;
    }

    static Invariant invariant(Question question, Box when, Claim... claims) {
        return new Invariant(
                "INV-1",
                "A title",
                List.of(LAW),
                "An owner",
                REVIEW,
                "invariants.yaml",
                7,
                question,
                when,
                List.of(),
                List.of(claims));
    }

    RuleBook book() {
        Map<DataClass, Optional<Period>> never = new EnumMap<>(DataClass.class);
        Arrays.stream(DataClass.values()).forEach(c -> never.put(c, Optional.empty()));
        return new RuleBook(rules, bases, new Windows(never));
    }

    CheckReport check(Invariant... invariants) {
        return PolicyCheck.of(book(), List.of(invariants), places);
    }

    /** The faults between its rules, without invariants. */
    List<Fault> faults() {
        return check().faults();
    }
}
