package uk.mashhub.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.PacketPerson;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.fact.ActsFor;
import uk.mashhub.policy.fact.AskFacts;
import uk.mashhub.policy.fact.Asking;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.fact.ItemFacts;
import uk.mashhub.policy.fact.Scene;
import uk.mashhub.policy.proof.Impossible;

/** What a proof leaves out as impossible never comes out of random packets, and all but its last fact often does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpossibleTest {
    private static final int PACKETS = 3000;

    private final Set<String> met = new TreeSet<>();
    private final Set<String> near = new TreeSet<>();
    private final Set<String> misread = new TreeSet<>();

    @BeforeAll
    void computesFactsOfManyPackets() {
        for (long seed = 1; seed <= PACKETS; seed++) {
            RandomPackets random = new RandomPackets(seed);
            Packet packet = (seed % 2 == 0 ? random.packet() : random.packet(random.one(SafetyFlag.values()))).done();
            Audience audience = random.audience();
            Scene scene = new Scene(
                    packet,
                    audience,
                    random.perspective(),
                    random.one(new ActsFor[] {ActsFor.nobody(), ActsFor.atLeast(Set.of(People.FATHER))}),
                    random.one(Artefact.values()),
                    Policies.SHIPPED.book().windows());
            for (Item item : packet.items()) {
                FactVector facts = new ItemFacts().of(scene, item);
                look(facts, Asking.MAY_SEE);
                fields(item, facts);
            }
            AskFacts asking = new AskFacts(
                    packet,
                    audience.agency(),
                    audience.sector(),
                    Policies.SHIPPED.book().windows());
            for (PacketPerson person : packet.people()) {
                look(asking.about(person), Asking.ASK_ABOUT);
            }
        }
    }

    private void look(FactVector facts, Asking asking) {
        for (Impossible impossible : Impossible.ALL) {
            List<Attribute> read = impossible.box().attributes();
            if (!Attribute.of(asking).containsAll(read)) {
                continue;
            }
            if (impossible.box().match(facts) == Box.Match.YES) {
                met.add(impossible.because());
            }
            long others = read.stream()
                    .filter(a -> (impossible.box().mask(a) >>> facts.index(a) & 1) == 1)
                    .count();
            if (others == read.size() - 1) {
                near.add(impossible.because());
            }
        }
    }

    /** What the proof takes for granted of fields: see {@code Verdicts}. */
    private void fields(Item item, FactVector facts) {
        boolean files = !item.attachments().isEmpty();
        boolean text = item.fields().stream().anyMatch(f -> f.kind().freeText());
        if ((files || text) && !facts.says(Attribute.HAS_FREE_TEXT)) {
            misread.add("free text");
        }
        if (has(item, FieldKind.UNKNOWN) && !facts.says(Attribute.HAS_UNKNOWN_FIELD)) {
            misread.add("unknown field");
        }
        boolean address = has(item, FieldKind.ADDRESS) || has(item, FieldKind.POSTCODE);
        if (address && !facts.says(Attribute.HAS_ADDRESS)) {
            misread.add("address");
        }
        if (has(item, FieldKind.SOURCE_DETAIL) && !facts.says(Attribute.HAS_SOURCE_DETAIL)) {
            misread.add("source detail");
        }
    }

    private static boolean has(Item item, FieldKind kind) {
        return item.fields().stream().anyMatch(f -> f.kind() == kind);
    }

    @Test
    void neverComesOutOfAPacket() {
        assertThat(met).isEmpty();
    }

    @Test
    void isEachTriedBySituationsThatComeNear() {
        assertThat(near)
                .containsExactlyInAnyOrderElementsOf(
                        Impossible.ALL.stream().map(Impossible::because).toList());
    }

    @Test
    void knowsTheFieldsOfEveryItem() {
        assertThat(misread).isEmpty();
    }
}
