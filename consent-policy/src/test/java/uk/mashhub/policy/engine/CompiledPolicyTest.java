package uk.mashhub.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.Rule;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/**
 * What is compiled decides as the rules read: verdict, rules in order, cell, reason and law, for seeded situations in which
 * facts are unknown too. A failure names its seed.
 */
class CompiledPolicyTest {
    private static final RuleBook SHIPPED = AgreementFolder.read(agreements())
            .book()
            .orElseThrow(() -> new AssertionError("the shipped policy does not load"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static Path agreements() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/agreements"))) {
            here = here.getParent();
        }
        return here.resolve("config/agreements");
    }

    @Test
    void decidesOnItemsAsTheShippedRulesRead() {
        CompiledPolicy compiled = new CompiledPolicy(SHIPPED);
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        Set<String> rules = new HashSet<>();
        for (long seed = 1; seed <= 20_000; seed++) {
            FactVector facts = RandomRules.facts(new Random(seed), SHIPPED);
            Weighed weighed = compiled.item(facts, TODAY);
            assertSame("seed " + seed, weighed, PlainRules.item(SHIPPED, facts, TODAY));
            outcomes.add(weighed.outcome());
            rules.addAll(weighed.ruleIds());
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
        assertThat(rules).hasSizeGreaterThan(150).contains("HOUSE/error-SAFETY", "HOUSE/error-MATRIX", "HOUSE/wording");
    }

    @Test
    void answersOtherQuestionsAsTheShippedRulesRead() {
        CompiledPolicy compiled = new CompiledPolicy(SHIPPED);
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        for (long seed = 1; seed <= 5_000; seed++) {
            FactVector facts = RandomRules.facts(new Random(seed), SHIPPED);
            for (Gate gate : Gate.values()) {
                if (!gate.onItems()) {
                    Reply reply = compiled.answer(gate, facts);
                    assertThat(reply)
                            .as("seed " + seed + " " + gate)
                            .isEqualTo(PlainRules.answer(SHIPPED, gate, facts));
                    answers.add(reply.answer());
                }
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(Answer.values());
    }

    /** Cells that overlap or leave gaps, rules without a reason, more duties and start days than anybody ships. */
    @Test
    void decidesAsRulesReadWhateverTheyAre() {
        for (long seed = 1; seed <= 300; seed++) {
            Random dice = new Random(seed);
            RuleBook book = RandomRules.book(dice);
            CompiledPolicy compiled = new CompiledPolicy(book);
            for (int n = 0; n < 40; n++) {
                FactVector facts = RandomRules.facts(dice, book);
                LocalDate today = RandomRules.day(dice);
                assertSame("seed " + seed + "/" + n, compiled.item(facts, today), PlainRules.item(book, facts, today));
                assertThat(compiled.answer(Gate.MAY_OPEN, facts))
                        .as("seed " + seed + "/" + n)
                        .isEqualTo(PlainRules.answer(book, Gate.MAY_OPEN, facts));
            }
        }
    }

    private static void assertSame(String seed, Weighed weighed, PlainRules.Plain plain) {
        assertThat(new PlainRules.Plain(
                        weighed.verdict(), weighed.ruleIds(), weighed.cell(), weighed.reason(), weighed.law()))
                .as(seed)
                .isEqualTo(plain);
        assertThat(weighed.outcome()).isEqualTo(plain.verdict().outcome());
    }

    @Test
    void hasOneDigestHoweverTheRulesWereWritten() {
        for (long seed = 1; seed <= 20; seed++) {
            RuleBook book = RandomRules.book(new Random(seed));
            List<Rule> shuffled = new ArrayList<>(book.rules());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(new CompiledPolicy(new RuleBook(shuffled, book.bases(), book.windows())).digest())
                    .as("seed " + seed)
                    .isEqualTo(new CompiledPolicy(book).digest());
        }
    }

    @Test
    void hasAnotherDigestForEachChangeOfARule() {
        Set<String> digests = new HashSet<>();
        List<RuleBook> books = RandomRules.oneRuleChanged();
        books.forEach(b -> digests.add(new CompiledPolicy(b).digest()));
        assertThat(digests).hasSize(books.size()).allMatch(d -> d.matches("[0-9a-f]{64}"));
    }

    @Test
    void namesThePolicyThatItWasMadeFrom() {
        assertThat(new CompiledPolicy(SHIPPED).policy()).isEqualTo(SHIPPED.hash());
    }

    @Test
    void answersNoQuestionForAGateOfItems() {
        FactVector nothing = new FactVector.Gathering().done();
        assertThatThrownBy(() -> new CompiledPolicy(SHIPPED).answer(Gate.SAFETY, nothing))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The most ordinary mistake in masks: blocks of exactly 64, one more and one less. */
    @Test
    void forgetsNoRuleAtTheEdgeOfABlock() {
        FactVector held = new FactVector.Gathering().put(Attribute.HELD, true).done();
        for (int rules = 1; rules <= 140; rules++) {
            RuleBook book = RandomRules.rowOf(rules);
            assertThat(new CompiledPolicy(book).item(held, TODAY).ruleIds())
                    .as(rules + " rules")
                    .isEqualTo(PlainRules.item(book, held, TODAY).ruleIds())
                    .hasSize(rules + 1);
        }
    }

    @Test
    void answersByTheStrictestOfMoreRulesThanABlockHolds() {
        for (int rules : List.of(1, 63, 64, 65, 127, 128, 129)) {
            for (Answer many : Answer.values()) {
                RuleBook book = RandomRules.openings(rules, many);
                CompiledPolicy compiled = new CompiledPolicy(book);
                for (String role : Attribute.ROLE.words().subList(0, 2)) {
                    FactVector facts =
                            new FactVector.Gathering().put(Attribute.ROLE, role).done();
                    assertThat(compiled.answer(Gate.MAY_OPEN, facts))
                            .as(rules + " rules that say " + many + ", to " + role)
                            .isEqualTo(PlainRules.answer(book, Gate.MAY_OPEN, facts));
                }
            }
        }
    }

    /** A question without a rule, as in a folder that lost a file. */
    @Test
    void refusesWhereNoRuleStands() {
        FactVector nothing = new FactVector.Gathering().done();
        Reply reply = new CompiledPolicy(RandomRules.rowOf(1)).answer(Gate.MAY_SEND, nothing);
        assertThat(reply.answer()).isEqualTo(Answer.REFUSE);
        assertThat(reply.ruleId()).isEqualTo("HOUSE/no-rule-MAY_SEND");
    }

    @Test
    void tellsWordsApartWhereverTheyAreCut() {
        assertThat(digest("ab", "c")).isNotEqualTo(digest("a", "bc")).isEqualTo(digest("ab", "c"));
    }

    private static String digest(String... words) {
        Digest digest = new Digest();
        digest.words(words);
        return digest.hex();
    }

    @Test
    void refusesABlockOfNothingOrOfTooMuch() {
        assertThatThrownBy(() -> new Block(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Block(Collections.nCopies(65, Box.ALL)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
