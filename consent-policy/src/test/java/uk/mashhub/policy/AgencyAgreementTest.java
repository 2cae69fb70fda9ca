package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;

/** An agency may narrow what others get of its own items, and do nothing else. */
class AgencyAgreementTest {
    private static final String FILE = "agencies/exampleshire-police.yaml";

    @TempDir
    Path directory;

    private Draft draft;

    @BeforeEach
    void dropsTheShippedOnes() {
        draft = new Draft(directory).withoutAgencies();
    }

    @Test
    void loadsAnAgreementForEachAgencyOfTheDemoAndSaysWhose() {
        assertThat(Policies.SHIPPED.agencies())
                .extracting(AgencyId::value)
                .containsExactly(
                        "exampleshire-council",
                        "exampleshire-health",
                        "exampleshire-housing",
                        "exampleshire-police",
                        "exampleshire-schools");
    }

    @Test
    void isReadWithWhoseItemsItSpeaksOf() {
        assertThat(Policies.SHIPPED.rules())
                .filteredOn(r -> r.id().equals("POL-02"))
                .singleElement()
                .satisfies(r -> assertThat(r.when()).contains("owner=[exampleshire-police]"));
    }

    @Test
    void speaksOfItsOwnersItemsOnlyAndNeverGivesMore() throws PolicyRefused {
        PolicyEngine without = new PolicyEngine(draft.load(), Policies.KEY);
        int narrowed = 0;
        for (long seed = 1; seed <= 10; seed++) {
            Random dice = new Random(seed);
            String agency = List.of("council", "police", "health", "housing").get(dice.nextInt(4));
            Draft with = new Draft(directory)
                    .withoutAgencies()
                    .put("agencies/exampleshire-" + agency + ".yaml", agreement("exampleshire-" + agency, rule(dice)));
            PolicyEngine engine = new PolicyEngine(with.load(), Policies.KEY);
            for (long n = 1; n <= 40; n++) {
                RandomPackets random = new RandomPackets(seed * 1000 + n);
                Packet packet = random.packet(random.one(SafetyFlag.values())).done();
                Audience audience = random.audience();
                PersonId whose = random.perspective();
                Artefact artefact = random.one(new Artefact[] {Artefact.INSIDE_RECORD, Artefact.INFO_PRODUCT});
                List<ItemDecision> before = decide(without, packet, audience, whose, artefact);
                List<ItemDecision> after = decide(engine, packet, audience, whose, artefact);
                for (int i = 0; i < before.size(); i++) {
                    ItemDecision was = before.get(i);
                    ItemDecision is = after.get(i);
                    String where = "seed " + seed + "/" + n;
                    assertThat(is.verdict().outcome().atMost(was.verdict().outcome()))
                            .as(where)
                            .isTrue();
                    assertThat(is.verdict().redactions())
                            .as(where)
                            .containsAll(was.verdict().redactions());
                    if (is.ruleIds().contains("ADD-01")) {
                        assertThat(is.facts()).as(where).containsEntry("owner", "exampleshire-" + agency);
                        narrowed += is.verdict().equals(was.verdict()) ? 0 : 1;
                    } else {
                        assertThat(is).as(where).isEqualTo(was);
                    }
                }
            }
        }
        assertThat(narrowed).isPositive();
    }

    private static List<ItemDecision> decide(
            PolicyEngine engine, Packet packet, Audience audience, PersonId whose, Artefact artefact) {
        return engine.view(packet, new Readership(audience, whose, ActsFor.nobody()), artefact, Policies.HANDLES)
                .decisions();
    }

    /** A rule on one fact out of many, which takes something away. */
    private static String rule(Random dice) {
        List<Attribute> readable = Attribute.of(Asking.MAY_SEE);
        Attribute a = readable.get(dice.nextInt(readable.size()));
        String value = a.words().get(0);
        String other = a.words().get(1);
        Gate gate = List.of(Gate.HANDLING, Gate.CONSENT, Gate.MINIMISATION).get(dice.nextInt(3));
        String then = List.of("WITHHOLD", "SILENT", "EXISTS", "SUMMARISE", "{outcome: REDACT, redact: [NAME, ADDRESS]}")
                .get(dice.nextInt(5));
        return rule(gate.name(), a.term() + ": " + value, a.term() + ": " + other, then);
    }

    private static String rule(String gate, String when, String not, String then) {
        return String.join(
                "\n",
                "  - id: ADD-01",
                "    gate: " + gate,
                "    title: T",
                "    reason: R",
                "    law: [{cite: L}]",
                "    owner: O",
                "    review: 2027-04-01",
                "    when: {" + when + "}",
                "    then: " + then,
                "    examples:",
                "      permits: [{say: S, facts: {" + not + "}}]",
                "      refuses: [{say: S, facts: {" + when + "}}]",
                "");
    }

    private static String agreement(String agency, String rule) {
        return "kind: agency-agreement\nid: added\ntitle: Added\nagency: " + agency + "\nrules:\n" + rule;
    }

    private String refusal(String gate, String when, String not, String then) {
        return draft.put(FILE, agreement("exampleshire-police", rule(gate, when, not, then)))
                .problem()
                .toString();
    }

    @Test
    void refusesARuleThatTakesNothingAway() {
        assertThat(refusal("HANDLING", "dataClass: INTELLIGENCE", "dataClass: HOUSING", "SHOW"))
                .isEqualTo(
                        FILE + ":14: this takes nothing away and adds nothing: an agency's agreement may only narrow");
    }

    @Test
    void refusesARuleThatIsWiderThanTheMatrixWhereverItSpeaks() {
        assertThat(refusal(
                        "HANDLING",
                        "dataClass: MARAC_MINUTES, READER_OWNS_ITEM: no",
                        "dataClass: HOUSING, READER_OWNS_ITEM: no",
                        "SUMMARISE"))
                .isEqualTo(
                        FILE + ":6: ADD-01 leaves SUMMARISE where the partnership's matrix leaves no more: an agency's"
                                + " agreement may only narrow");
    }

    @Test
    void refusesAWiderRuleThatForgetsToSayWhoseReader() {
        assertThat(refusal("HANDLING", "dataClass: MARAC_MINUTES", "dataClass: HOUSING", "SUMMARISE"))
                .contains("leaves SUMMARISE where");
    }

    @Test
    void refusesARuleAtAGateOfThePartnership() {
        for (String gate :
                List.of("QUARANTINE", "SILENT_CLASSES", "SAFETY", "STATUTE", "DUTY", "MAY_OPEN", "MAY_SEND", "PART")) {
            assertThat(refusal(gate, "purpose: S47", "purpose: S17", "SHOW"))
                    .startsWith(FILE + ":7: an agency's agreement may only narrow, at one of the gates [HANDLING,");
        }
        assertThat(refusal("MATRIX", "purpose: S47", "purpose: S17", "SHOW"))
                .isEqualTo(FILE + ":6: rules of the matrix stand in the matrix");
    }

    @Test
    void refusesAnAgreementWrittenForSomebodyElse() {
        String rule = rule("HANDLING", "dataClass: INTELLIGENCE", "dataClass: HOUSING", "WITHHOLD");
        assertThat(draft.put(FILE, agreement("exampleshire-health", rule)).problem())
                .hasToString(FILE + ":4: the agreement of 'exampleshire-health' stands in a file of that name");
        assertThat(draft.put(FILE, agreement("Exampleshire Police", rule))
                        .problem()
                        .line())
                .isEqualTo(4);
    }

    @Test
    void refusesThePartnershipsFilesAmongTheAgenciesAndAnAgencysAmongThePartnerships() {
        String rule = rule("HANDLING", "dataClass: INTELLIGENCE", "dataClass: HOUSING", "WITHHOLD");
        String own = agreement("exampleshire-police", rule);
        assertThat(draft.put(FILE, own.replace("agency-agreement", "agreement")).problem())
                .hasToString(FILE + ":1: unknown kind of file in this folder 'agreement'");
        assertThat(draft.drop(FILE).put("exampleshire-police.yaml", own).problem())
                .hasToString("exampleshire-police.yaml:1: an agency's agreement stands in the folder 'agencies'");
    }

    @Test
    void refusesWordsThatNobodyKnowsWithFileLineAndSuggestion() {
        String rule = rule("HANDLING", "dataClass: INTELLIGENCE", "dataClass: HOUSING", "WITHHOLD");
        String own = agreement("exampleshire-police", rule);
        assertThat(draft.put(FILE, own.replace("agency:", "agancy:")).problem())
                .hasToString(FILE + ":4: unknown key 'agancy'. Did you mean 'agency'?");
        assertThat(draft.put(FILE, own.replace("agency: exampleshire-police\n", ""))
                        .problem())
                .hasToString(FILE + ":1: 'agency' is missing");
        assertThat(draft.put(FILE, own.replace("WITHHOLD", "WITHOLD")).problem())
                .hasToString(FILE + ":14: unknown outcome 'WITHOLD'. Did you mean 'WITHHOLD'?");
    }

    @Test
    void refusesAnIdThatAnotherFileHas() {
        String rule = rule("HANDLING", "dataClass: INTELLIGENCE", "dataClass: HOUSING", "WITHHOLD");
        assertThat(draft.put(FILE, agreement("exampleshire-police", rule.replace("ADD-01", "SAF-02")))
                        .problem())
                .hasToString(FILE + ":6: rule 'SAF-02' is there already");
    }

    @Test
    void guardsNobodyElsesItems() {
        draft.put(
                        "handling.yaml",
                        draft.text("handling.yaml").replace("{HELD: yes, READER", "{HANDLING_EXPIRED: yes, READER"))
                .put(FILE, agreement("exampleshire-police", rule("HANDLING", "HELD: yes", "HELD: no", "WITHHOLD")));
        assertThatThrownBy(draft::load)
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("no rule holds anything back because of 'HELD'");
    }

    @Test
    void changesTheHashWithWhoseAgreementItIs() throws PolicyRefused {
        String rule = rule("HANDLING", "dataClass: HOUSING", "dataClass: EDUCATION", "WITHHOLD");
        draft.put(FILE, agreement("exampleshire-police", rule));
        SharingPolicy police = draft.load();
        draft.drop(FILE).put("agencies/exampleshire-health.yaml", agreement("exampleshire-health", rule));
        assertThat(draft.load().hash()).isNotEqualTo(police.hash());
    }
}
