package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.SafetyFlag;

/** What must hold of every view, tried on packets out of seeds. A failure names its seed. */
class PolicyPropertiesTest {
    private static final int SEEDS = 400;

    private static void everySeed(Consumer<Long> holds) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                holds.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Artefact artefact(RandomPackets random) {
        return random.one(new Artefact[] {Artefact.INSIDE_RECORD, Artefact.INSIDE_RECORD, Artefact.INFO_PRODUCT});
    }

    @Test
    void leavesNoTraceOfSilentItems() {
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            Packet packet = random.packet(random.one(SafetyFlag.values())).done();
            var audience = random.audience();
            var perspective = random.perspective();
            Artefact artefact = artefact(random);
            Seen seen = Seen.by(audience, perspective, packet, artefact);
            List<ItemId> silent = seen.decided().decisions().stream()
                    .filter(d -> d.verdict().outcome() == Outcome.SILENT)
                    .map(ItemDecision::item)
                    .toList();
            List<Item> rest = packet.items().stream()
                    .filter(i -> !silent.contains(i.id()))
                    .toList();
            Seen without = Seen.by(audience, perspective, RandomPackets.with(packet, rest), artefact);
            assertThat(without.text()).isEqualTo(seen.text());
            assertThat(without.decided().view().digest())
                    .isEqualTo(seen.decided().view().digest());
        });
    }

    @Test
    void givesOneContentWhateverTheOrderOfThePacket() {
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            Packet packet = random.packet(random.one(SafetyFlag.values())).done();
            var audience = random.audience();
            var perspective = random.perspective();
            Artefact artefact = artefact(random);
            Seen seen = Seen.by(audience, perspective, packet, artefact);
            Seen again = Seen.by(audience, perspective, random.shuffled(packet), artefact);
            assertThat(again.text()).isEqualTo(seen.text());
            assertThat(again.decided().decisions()).isEqualTo(seen.decided().decisions());
        });
    }

    @Test
    void givesThePerpetratorsSideNoPlaceAndNoFreeTextWhereSomebodyHides() {
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            SafetyFlag flag = random.one(new SafetyFlag[] {SafetyFlag.SAFE_ADDRESS, SafetyFlag.UNKNOWN});
            Packets packet = random.packet(flag);
            for (var audience : Audiences.room()) {
                Seen seen = Seen.by(audience, People.FATHER, packet.done(), artefact(random));
                assertThat(seen.text()).doesNotContain("LOC", "TXT", "FILE");
            }
        });
    }

    @Test
    void showsNothingUnknownToAnybodyButItsOwner() {
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            Packets packet = random.packet();
            var audience = random.audience();
            Seen seen = Seen.by(audience, random.perspective(), packet.done(), artefact(random));
            seen.decided().decisions().stream()
                    .filter(d -> "no".equals(d.facts().get("READER_OWNS_ITEM"))
                            && "no".equals(d.facts().get("RELEASED_TO_AUDIENCE")))
                    .filter(PolicyPropertiesTest::unknown)
                    .forEach(d -> assertThat(d.verdict().outcome())
                            .as(d.facts().toString())
                            .isNotIn(Outcome.SHOW, Outcome.REDACT));
        });
    }

    private static boolean unknown(ItemDecision d) {
        boolean word = List.of(
                        "dataClass", "nature", "classification", "regime", "handlingCode", "purpose", "sector", "role")
                .stream()
                .anyMatch(a -> "UNKNOWN".equals(d.facts().get(a)));
        return word
                || "yes".equals(d.facts().get("STATUTE_UNKNOWN"))
                || "yes".equals(d.facts().get("HANDLING_UNKNOWN"));
    }

    @Test
    void neverGivesMoreThanAnyRuleThatApplied() {
        var rules = Policies.SHIPPED.book().rules().stream()
                .filter(r -> r.gate().onItems() && !r.id().startsWith("MATRIX/"))
                .collect(Collectors.toMap(r -> r.id(), r -> r.verdict()));
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            Packets packet = random.packet(random.one(SafetyFlag.values()));
            Seen seen = Seen.by(random.audience(), random.perspective(), packet.done(), artefact(random));
            for (ItemDecision d : seen.decided().decisions()) {
                assertThat(d.ruleIds().stream().filter(id -> id.startsWith("MATRIX/")))
                        .hasSize(1);
                d.ruleIds().stream().filter(rules::containsKey).map(rules::get).forEach(v -> {
                    assertThat(d.verdict().outcome().atMost(v.outcome())).isTrue();
                    assertThat(d.verdict().redactions()).containsAll(v.redactions());
                });
            }
        });
    }

    @Test
    void givesNobodyOutsideTheAreaOrTheRoomAnythingOfTheInsideRecord() {
        everySeed(seed -> {
            RandomPackets random = new RandomPackets(seed);
            Packets packet = random.packet();
            Seen outside = Seen.by(Audiences.schoolOutside(), random.perspective(), packet);
            assertThat(outside.decided().decisions())
                    .allSatisfy(d -> assertThat(d.verdict().outcome()).isEqualTo(Outcome.SILENT));
        });
    }
}
