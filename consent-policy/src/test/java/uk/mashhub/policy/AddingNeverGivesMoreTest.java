package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.IntelligenceGrade;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.Regime;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.StatuteFlag;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.engine.Trial;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;

/** A flag, a label, a source or an unknown word that is added takes away or changes nothing; nothing said gives nothing. */
class AddingNeverGivesMoreTest {
    private static final int SEEDS = 120;

    private static List<ItemDecision> decide(Packet packet, long seed) {
        RandomPackets random = new RandomPackets(seed + 50_000);
        Audience audience = random.audience();
        PersonId whose = random.perspective();
        Artefact artefact = random.one(new Artefact[] {Artefact.INSIDE_RECORD, Artefact.INFO_PRODUCT});
        return Policies.ENGINE
                .view(packet, new Readership(audience, whose, ActsFor.nobody()), artefact, Policies.HANDLES)
                .decisions();
    }

    private static void noMore(ItemDecision was, ItemDecision is, String where) {
        assertThat(is.verdict().outcome().atMost(was.verdict().outcome()))
                .as(() -> where + ": " + was.verdict() + was.ruleIds() + ", then " + is.verdict() + is.ruleIds())
                .isTrue();
        if (is.verdict().outcome() == Outcome.REDACT && was.verdict().outcome() == Outcome.REDACT) {
            assertThat(is.verdict().redactions())
                    .as(where)
                    .containsAll(was.verdict().redactions());
        }
    }

    /** The one flag that opens something, a warning for whoever visits, is named below. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RISK_TO_STAFF")
    void addsAFlagOfAPerson(SafetyFlag flag) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<ItemDecision> before = decide(new RandomPackets(seed).packet().done(), seed);
            List<ItemDecision> after =
                    decide(new RandomPackets(seed).packet(flag).done(), seed);
            for (int i = 0; i < before.size(); i++) {
                if (!ownData(before.get(i), after.get(i))) {
                    noMore(before.get(i), after.get(i), flag + ", seed " + seed);
                }
            }
        }
    }

    /** Whoever comes to be of the accused's side reads what is about that one person alone as the matrix gives own data. */
    private static boolean ownData(ItemDecision was, ItemDecision is) {
        return "no".equals(was.facts().get("PERPETRATOR_SIDE"))
                && "yes".equals(is.facts().get("PERPETRATOR_SIDE"))
                && "yes".equals(is.facts().get("ABOUT_PERSPECTIVE_ONLY"));
    }

    @Test
    void warnsWhoeverVisitsOfARiskToStaffAndOpensNothingElse() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<ItemDecision> before = decide(new RandomPackets(seed).packet().done(), seed);
            List<ItemDecision> after = decide(
                    new RandomPackets(seed).packet(SafetyFlag.RISK_TO_STAFF).done(), seed);
            for (int i = 0; i < before.size(); i++) {
                if (!"HOUSING".equals(before.get(i).facts().get("dataClass"))) {
                    noMore(before.get(i), after.get(i), "seed " + seed);
                }
            }
        }
    }

    private static void relabelled(String what, boolean owners, UnaryOperator<ItemLabels> change) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Packet packet = new RandomPackets(seed).packet().done();
            List<Item> changed = packet.items().stream()
                    .map(i -> labelled(i, change.apply(i.labels())))
                    .toList();
            List<ItemDecision> before = decide(packet, seed);
            List<ItemDecision> after = decide(RandomPackets.with(packet, changed), seed);
            for (int i = 0; i < before.size(); i++) {
                if (owners || "no".equals(before.get(i).facts().get("READER_OWNS_ITEM"))) {
                    noMore(before.get(i), after.get(i), what + ", seed " + seed);
                }
            }
        }
    }

    private static Item labelled(Item i, ItemLabels labels) {
        return new Item(i.id(), i.provenance(), i.when(), i.subjects(), labels, i.fields(), i.attachments());
    }

    @ParameterizedTest
    @EnumSource
    void addsAStatuteFlag(StatuteFlag flag) {
        relabelled(flag.name(), true, l -> {
            Set<StatuteFlag> more = EnumSet.of(flag);
            more.addAll(l.statutes());
            return new ItemLabels(
                    l.dataClass(),
                    l.nature(),
                    l.grade(),
                    l.regime(),
                    l.classification(),
                    l.confidential(),
                    l.handling(),
                    more);
        });
    }

    @ParameterizedTest
    @EnumSource
    void addsAHandlingCondition(HandlingCondition condition) {
        relabelled(condition.name(), true, l -> {
            Set<HandlingCondition> more = EnumSet.of(condition);
            more.addAll(l.handling().conditions());
            Handling h = l.handling();
            return new ItemLabels(
                    l.dataClass(),
                    l.nature(),
                    l.grade(),
                    l.regime(),
                    l.classification(),
                    l.confidential(),
                    new Handling(more, h.text(), h.readers(), h.expiresOn()),
                    l.statutes());
        });
    }

    @Test
    void addsADutyOfConfidence() {
        relabelled(
                "confidential",
                true,
                l -> new ItemLabels(
                        l.dataClass(),
                        l.nature(),
                        l.grade(),
                        l.regime(),
                        l.classification(),
                        true,
                        l.handling(),
                        l.statutes()));
    }

    /** An owner reads an item of an unknown kind, to say what it is. */
    @Test
    void putsAnUnknownWordInPlaceOfEveryLabel() {
        relabelled(
                "dataClass",
                false,
                l -> with(l, DataClass.UNKNOWN, l.nature(), l.grade(), l.regime(), l.classification()));
        relabelled(
                "nature", true, l -> with(l, l.dataClass(), Nature.UNKNOWN, l.grade(), l.regime(), l.classification()));
        relabelled(
                "grade",
                true,
                l -> with(
                        l,
                        l.dataClass(),
                        l.nature(),
                        IntelligenceGrade.of("nonsense"),
                        l.regime(),
                        l.classification()));
        relabelled(
                "regime", true, l -> with(l, l.dataClass(), l.nature(), l.grade(), Regime.UNKNOWN, l.classification()));
        relabelled(
                "classification",
                true,
                l -> l.classification() == Classification.OFFICIAL
                                || l.classification() == Classification.OFFICIAL_SENSITIVE
                        ? with(l, l.dataClass(), l.nature(), l.grade(), l.regime(), Classification.UNKNOWN)
                        : l);
    }

    private static ItemLabels with(
            ItemLabels l,
            DataClass dataClass,
            Nature nature,
            IntelligenceGrade grade,
            Regime regime,
            Classification classification) {
        return new ItemLabels(
                dataClass, nature, grade, regime, classification, l.confidential(), l.handling(), l.statutes());
    }

    @Test
    void addsASource() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Packet packet = new RandomPackets(seed).packet().done();
            List<Item> more = new ArrayList<>(packet.items());
            more.add(Items.of(DataClass.LOCATION)
                    .number(99)
                    .heldBy(new AgencyId("exampleshire-newcomer"), "newcomer-records")
                    .about(People.MOTHER, SubjectRole.PARENT)
                    .field(FieldKind.ADDRESS, "LOC new house")
                    .done());
            assertThat(decide(RandomPackets.with(packet, more), seed))
                    .as("seed " + seed)
                    .containsAll(decide(packet, seed));
        }
    }

    @Test
    void givesNothingWithoutARule() {
        RuleBook empty =
                new RuleBook(List.of(), List.of(), Policies.SHIPPED.book().windows());
        FactVector.Gathering facts = new FactVector.Gathering();
        Attribute.of(Asking.MAY_SEE).forEach(a -> facts.put(a, a.words().get(0)));
        assertThat(new Trial(empty)
                        .item(facts.done(), LocalDate.EPOCH)
                        .verdict()
                        .outcome()
                        .atMost(Outcome.WITHHOLD))
                .isTrue();
        for (Gate gate : Gate.values()) {
            if (!gate.onItems()) {
                assertThat(new Trial(empty).answer(gate, facts.done()).allowed())
                        .isFalse();
            }
        }
    }

    private static String draft(Path directory, String when) {
        return new Draft(directory)
                .change("enquiries.yaml", "when: {purpose: $section-47, sector: {except: [FAMILY, UNKNOWN]}}", when)
                .problem()
                .what();
    }

    @Test
    void refusesAPermissionForWhomeverForNobodyAndForNothingSaid(@TempDir Path directory) {
        assertThat(draft(directory, "when: {}")).isEqualTo("a permission says in which situations it holds");
        assertThat(draft(directory, "when: {sector: {except: []}}"))
                .isEqualTo("a permission says in which situations it holds");
        assertThat(draft(directory, "when: {sector: []}")).isEqualTo("no value of 'sector' is left");
        assertThat(draft(directory, "when: {sector: }")).isEqualTo("words are wanted here");
        assertThat(draft(directory, "when: ")).isEqualTo("'key: value' lines are wanted here");
    }

    @Test
    void refusesARowOrColumnForWhatever(@TempDir Path directory) {
        assertThat(new Draft(directory)
                        .change("matrix.yaml", "when: {dataClass: EDUCATION}", "when: {}")
                        .problem()
                        .what())
                .isEqualTo("a row or column says in which situations it holds");
    }
}
