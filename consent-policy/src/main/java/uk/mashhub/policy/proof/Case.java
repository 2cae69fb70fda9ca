package uk.mashhub.policy.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Trial;
import uk.mashhub.policy.engine.Weighed;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** One question of one policy as logic, and the engine beside it, which says what really comes out. */
final class Case {
    private final Question question;
    private final Trial trial;
    private final Sat sat = new Sat();
    private final Space space;
    private final Applying applying;

    Case(Question question, RuleBook book) {
        this.question = question;
        this.trial = new Trial(book);
        List<Rule> rules =
                question.gates().stream().flatMap(g -> book.of(g).stream()).toList();
        Set<AgencyId> agencies =
                rules.stream().flatMap(r -> r.agency().stream()).collect(Collectors.toSet());
        if (question == Question.MAY_SEE) {
            book.bases().forEach(b -> b.agency().ifPresent(agencies::add));
        }
        this.space = new Space(sat, question, agencies);
        this.applying = new Applying(sat, space, rules);
    }

    Question question() {
        return question;
    }

    Sat sat() {
        return sat;
    }

    Space space() {
        return space;
    }

    Applying applying() {
        return applying;
    }

    /** Whether there is a situation in which all of these hold. */
    boolean possible(Integer... literals) {
        return sat.possible(List.of(literals));
    }

    /**
     * A situation in which all of these hold: as ordinary as it can be, that is with the first value of its vocabulary,
     * or 'no', for as many attributes as these allow.
     */
    Optional<Situation> find(List<Integer> literals) {
        if (!sat.possible(literals)) {
            return Optional.empty();
        }
        List<Integer> fixed = new ArrayList<>(literals);
        ordinary(fixed, space.owned(Optional.empty()));
        space.attributes().forEach(a -> ordinary(fixed, space.literal(a, 0)));
        if (!sat.possible(fixed)) {
            throw new IllegalStateException("a situation that was there is gone");
        }
        return Optional.of(new Situation(space.facts(), applying.today()));
    }

    private void ordinary(List<Integer> fixed, int literal) {
        fixed.add(literal);
        if (!sat.possible(fixed)) {
            fixed.remove(fixed.size() - 1);
        }
    }

    /** What the engine makes of a situation, in words, with the rules that spoke. */
    String outcome(Situation situation) {
        if (question == Question.MAY_SEE) {
            Weighed weighed = trial.item(situation.facts(), situation.today());
            String redacted = names(weighed.verdict().redactions());
            String generalised = names(weighed.verdict().generalised());
            return weighed.verdict().outcome()
                    + (redacted.isEmpty() ? "" : " without " + redacted)
                    + (generalised.isEmpty() ? "" : " with no more than the district of " + generalised)
                    + "; rules that spoke: " + String.join(", ", weighed.ruleIds());
        }
        Gate gate = question.gates().get(0);
        List<String> speaking = trial.speaking(gate, situation.facts());
        return trial.answer(gate, situation.facts()).answer() + "; "
                + (speaking.isEmpty() ? "no rule spoke" : "rules that spoke: " + String.join(", ", speaking));
    }

    private static String names(Set<FieldKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    Trial trial() {
        return trial;
    }

    /**
     * One situation.
     *
     * @param today duties that start later did not speak
     */
    record Situation(FactVector facts, LocalDate today) {

        /** The values of some attributes, for people to read. */
        String words(Stream<Attribute> attributes) {
            Stream<String> owner = facts.owner().map(o -> "owner = " + o).stream();
            return Stream.concat(owner, attributes.map(this::word)).collect(Collectors.joining(", "));
        }

        private String word(Attribute a) {
            return a.term() + " = " + (facts.known(a) ? a.words().get(facts.index(a)) : "cannot be worked out");
        }
    }
}
