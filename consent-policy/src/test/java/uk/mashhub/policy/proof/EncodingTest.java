package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.mashhub.model.decision.Obligation;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Reviewer;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Question;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Weighed;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * By brute force over small sub-spaces of the shipped policy, failing facts included: what the logic says of a situation
 * is what the engine decides in it, and a situation is impossible only if it is listed as such.
 */
class EncodingTest {
    private static final RuleBook SHIPPED = AgreementFolder.read(agreements())
            .book()
            .orElseThrow(() -> new AssertionError("the shipped policy does not load"));

    static Path agreements() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/agreements"))) {
            here = here.getParent();
        }
        return here.resolve("config/agreements");
    }

    /** Attributes that vary together; the others stand at one value, drawn from a seed. */
    static Stream<List<Attribute>> subSpaces() {
        return Stream.of(
                List.of(
                        Attribute.PERPETRATOR_SIDE,
                        Attribute.ENQUIRY_HIDES_LOCATION,
                        Attribute.HAS_FREE_TEXT,
                        Attribute.OWNER_WORDING,
                        Attribute.SUBJECT_SAFE_ADDRESSED),
                List.of(Attribute.DATA_CLASS, Attribute.RELEASED_TO_AUDIENCE, Attribute.READER_OWNS_ITEM),
                List.of(Attribute.ROLE, Attribute.PLACEMENT, Attribute.ARTEFACT),
                List.of(Attribute.SECTOR, Attribute.PURPOSE, Attribute.AGREEMENT_OR_OVERRIDE),
                List.of(Attribute.SECTOR, Attribute.HAS_ADDRESS, Attribute.RELEASED_TO_AUDIENCE, Attribute.ARTEFACT),
                List.of(Attribute.HANDLING_CODE, Attribute.NATURE, Attribute.CLASSIFICATION, Attribute.CONFIDENTIAL),
                List.of(
                        Attribute.HELD,
                        Attribute.RECALLED,
                        Attribute.HAS_UNKNOWN_FIELD,
                        Attribute.HAS_FREE_TEXT,
                        Attribute.HAS_SOURCE_DETAIL,
                        Attribute.UNDER_13_SEXUAL));
    }

    @ParameterizedTest
    @MethodSource("subSpaces")
    void saysOfEveryItemWhatTheEngineDecides(List<Attribute> varying) {
        Case items = new Case(Question.MAY_SEE, SHIPPED);
        Said said = new Said(items);
        for (int seed = 0; seed <= 3; seed++) {
            Map<Attribute, Integer> rest = seed == 0 ? plain(items) : ordinary(items, new Random(seed));
            each(items, varying, rest, () -> said.agrees());
        }
        assertThat(said.outcomes).contains(Outcome.SHOW).hasSizeGreaterThan(1);
    }

    /** The first value of each vocabulary, and 'no' to every fact: an item that the decision maker reads. */
    private static Map<Attribute, Integer> plain(Case items) {
        Map<Attribute, Integer> values = new EnumMap<>(Attribute.class);
        items.space().attributes().forEach(a -> values.put(a, 0));
        return values;
    }

    @Test
    void saysOfEveryOpeningAndQuestionWhatTheEngineAnswers() {
        for (Question question : List.of(Question.MAY_OPEN, Question.MAY_ASK)) {
            Case asked = new Case(question, SHIPPED);
            Replies replies = new Replies(asked.sat(), asked.applying().all());
            each(asked, Attribute.of(question.asking()), Map.of(), () -> {
                Answer answer = asked.trial()
                        .answer(question.gates().get(0), asked.space().facts())
                        .answer();
                assertThat(asked.sat().holds(replies.is(answer))).isTrue();
            });
        }
    }

    /** Literals of all that a verdict says; made before anything is asked, so that every model speaks of them. */
    private static final class Said {
        private final Case items;
        private final Map<Object, Integer> literals = new LinkedHashMap<>();
        private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);

        Said(Case items) {
            this.items = items;
            Verdicts verdicts =
                    new Verdicts(items.sat(), items.space(), items.applying().all());
            Arrays.stream(Outcome.values()).forEach(o -> literals.put(o, verdicts.is(o)));
            Arrays.stream(FieldKind.values()).forEach(k -> literals.put(k, verdicts.redacted(k)));
            Arrays.stream(FieldKind.values()).forEach(k -> literals.put(part(k), verdicts.generalised(k)));
            Arrays.stream(Reviewer.values()).forEach(r -> literals.put(r, verdicts.reviewed(r)));
            Arrays.stream(Obligation.values()).forEach(o -> literals.put(o, verdicts.obliged(o)));
        }

        private static String part(FieldKind kind) {
            return "a part of " + kind;
        }

        void agrees() {
            Weighed weighed =
                    items.trial().item(items.space().facts(), items.applying().today());
            Verdict verdict = weighed.verdict();
            Set<Object> decided = new HashSet<>(verdict.redactions());
            verdict.generalised().forEach(k -> decided.add(part(k)));
            decided.add(verdict.outcome());
            outcomes.add(verdict.outcome());
            decided.addAll(verdict.reviewers());
            decided.addAll(verdict.obligations());
            Set<Object> said = new HashSet<>();
            literals.forEach((word, literal) -> {
                if (items.sat().holds(literal)) {
                    said.add(word);
                }
            });
            assertThat(said)
                    .as(() -> items.space().facts().words() + " " + weighed.ruleIds())
                    .isEqualTo(decided);
        }
    }

    /** A value for each attribute that goes with the others; mostly the most ordinary, or nothing would be given. */
    private static Map<Attribute, Integer> ordinary(Case items, Random random) {
        Map<Attribute, Integer> values = new EnumMap<>(Attribute.class);
        List<Integer> literals = new ArrayList<>();
        for (Attribute a : items.space().attributes()) {
            int size = a.words().size();
            int value = random.nextInt(8) == 0 ? random.nextInt(size) : 0;
            literals.add(items.space().literal(a, value));
            while (!items.sat().possible(literals)) {
                value = (value + 1) % size;
                literals.set(literals.size() - 1, items.space().literal(a, value));
            }
            values.put(a, value);
        }
        return values;
    }

    /** Looks at every combination of values, the failing of each included, and checks of others that they are listed. */
    private static void each(Case asked, List<Attribute> varying, Map<Attribute, Integer> rest, Runnable look) {
        Map<Attribute, Integer> values = new EnumMap<>(Attribute.class);
        values.putAll(rest);
        assertThat(walk(asked, varying, 0, values, look)).isPositive();
    }

    private static int walk(
            Case asked, List<Attribute> varying, int from, Map<Attribute, Integer> values, Runnable look) {
        if (from == varying.size()) {
            return look(asked, values, look);
        }
        Attribute a = varying.get(from);
        int looked = 0;
        for (int v = -1; v < a.words().size(); v++) {
            values.put(a, v);
            looked += walk(asked, varying, from + 1, values, look);
        }
        return looked;
    }

    /** Who may be asked, as far as it matters; whose items varies in {@link OwnersTest}. */
    private static List<Optional<AgencyId>> owners(Question question) {
        return question == Question.MAY_ASK
                ? List.of(Optional.empty(), Optional.of(new AgencyId("exampleshire-schools")))
                : List.of(Optional.empty());
    }

    private static int look(Case asked, Map<Attribute, Integer> values, Runnable look) {
        List<Integer> literals = new ArrayList<>();
        FactVector.Gathering facts = new FactVector.Gathering();
        values.forEach((a, v) -> {
            literals.add(asked.space().literal(a, v));
            facts.put(a, v < 0 ? "cannot be worked out" : a.words().get(v));
        });
        int looked = 0;
        for (Optional<AgencyId> owner : owners(asked.question())) {
            literals.add(asked.space().owned(owner));
            if (asked.sat().possible(literals)) {
                look.run();
                looked++;
            }
            literals.remove(literals.size() - 1);
        }
        if (looked > 0) {
            return looked;
        }
        FactVector left = facts.done();
        assertThat(Impossible.ALL).anyMatch(i -> i.box().match(left) == Box.Match.YES);
        return 0;
    }
}
