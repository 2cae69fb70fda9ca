package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.ItemFacts;

/** What holds between two policies, or between a sound engine and one with a broken fact. */
class VariedPolicyTest {
    @TempDir
    Path directory;

    private static List<ItemDecision> decide(PolicyEngine engine, Packet packet, Audience audience, PersonId whose) {
        return engine.view(
                        packet,
                        new Readership(audience, whose, ActsFor.nobody()),
                        Artefact.INSIDE_RECORD,
                        Policies.HANDLES)
                .decisions();
    }

    @Test
    void givesReadersTheSameWithAndWithoutReviewers() throws PolicyRefused {
        SharingPolicy unreviewed = new Draft(directory)
                .drop("invariants.yaml")
                .all(t -> t.replaceAll("review: \\[\\$?[A-Z_, ]+]", "obligations: []"))
                .load();
        PolicyEngine engine = new PolicyEngine(unreviewed, Policies.KEY);
        assertThat(unreviewed.hash()).isNotEqualTo(Policies.SHIPPED.hash());
        for (long seed = 1; seed <= 200; seed++) {
            RandomPackets random = new RandomPackets(seed);
            Packet packet = random.packet(random.one(SafetyFlag.values())).done();
            Audience audience = random.audience();
            PersonId whose = random.perspective();
            assertThat(decide(engine, packet, audience, whose))
                    .as("seed " + seed)
                    .extracting(d -> d.verdict().outcome())
                    .isEqualTo(decide(Policies.ENGINE, packet, audience, whose).stream()
                            .map(d -> d.verdict().outcome())
                            .toList());
        }
    }

    @Test
    void neverGivesMoreForAnAddedRule() throws PolicyRefused {
        for (long seed = 1; seed <= 12; seed++) {
            Random dice = new Random(seed);
            PolicyEngine engine = new PolicyEngine(
                    new Draft(directory).put("added.yaml", added(dice)).load(), Policies.KEY);
            for (long n = 1; n <= 25; n++) {
                RandomPackets random = new RandomPackets(seed * 1000 + n);
                Packet packet = random.packet(random.one(SafetyFlag.values())).done();
                Audience audience = random.audience();
                PersonId whose = random.perspective();
                List<ItemDecision> before = decide(Policies.ENGINE, packet, audience, whose);
                List<ItemDecision> after = decide(engine, packet, audience, whose);
                for (int i = 0; i < before.size(); i++) {
                    assertThat(after.get(i)
                                    .verdict()
                                    .outcome()
                                    .atMost(before.get(i).verdict().outcome()))
                            .as("seed " + seed + "/" + n)
                            .isTrue();
                }
            }
        }
    }

    private static String added(Random dice) {
        List<Attribute> readable = Attribute.of(Asking.MAY_SEE);
        Attribute a = readable.get(dice.nextInt(readable.size()));
        String value = a.words().get(dice.nextInt(a.words().size()));
        String other =
                a.words().stream().filter(w -> !w.equals(value)).findFirst().orElseThrow();
        String then = List.of("WITHHOLD", "SILENT", "EXISTS", "SUMMARISE", "{outcome: REDACT, redact: [NAME]}")
                .get(dice.nextInt(5));
        String gate = List.of("QUARANTINE", "SAFETY", "HANDLING", "CONSENT").get(dice.nextInt(4));
        return String.join(
                "\n",
                "kind: agreement",
                "id: added",
                "title: Added",
                "rules:",
                "  - {id: ADD-01, gate: " + gate
                        + ", title: T, reason: R, law: [{cite: L}], owner: O, review: 2027-04-01,",
                "     when: {" + a.term() + ": " + value + "}, then: " + then + ",",
                "     examples: {permits: [{say: S, facts: {" + a.term() + ": " + other + "}}],",
                "                refuses: [{say: S, facts: {" + a.term() + ": " + value + "}}]}}",
                "");
    }

    @Test
    void neverGivesMoreWhenAFactCannotBeComputed() {
        for (Attribute broken : Attribute.of(Asking.MAY_SEE)) {
            PolicyEngine engine =
                    new PolicyEngine(Policies.SHIPPED, Policies.KEY, new ItemFacts(Map.of(broken, (s, i) -> {
                        throw new IllegalStateException("on purpose");
                    })));
            for (long seed = 1; seed <= 12; seed++) {
                RandomPackets random = new RandomPackets(seed);
                Packet packet = random.packet(random.one(SafetyFlag.values())).done();
                Audience audience = random.audience();
                PersonId whose = random.perspective();
                List<ItemDecision> sound = decide(Policies.ENGINE, packet, audience, whose);
                List<ItemDecision> after = decide(engine, packet, audience, whose);
                for (int i = 0; i < sound.size(); i++) {
                    Outcome was = sound.get(i).verdict().outcome();
                    assertThat(after.get(i).verdict().outcome().atMost(was))
                            .as(broken + ", seed " + seed)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void givesNothingWhenWhatEveryCellReadsCannotBeComputed() {
        for (Attribute broken : List.of(Attribute.DATA_CLASS, Attribute.ARTEFACT, Attribute.ROLE)) {
            PolicyEngine engine = new PolicyEngine(
                    Policies.SHIPPED, Policies.KEY, new ItemFacts(Map.of(broken, (s, i) -> "NO_SUCH_WORD")));
            Packet packet = new RandomPackets(5).packet().done();
            assertThat(decide(engine, packet, Audiences.decisionMaker(), People.CHILD))
                    .isNotEmpty()
                    .allSatisfy(d -> assertThat(d.verdict().outcome().atMost(Outcome.WITHHOLD))
                            .isTrue())
                    .allSatisfy(d -> assertThat(d.ruleIds()).anyMatch(id -> id.startsWith("HOUSE/error-")));
        }
    }
}
