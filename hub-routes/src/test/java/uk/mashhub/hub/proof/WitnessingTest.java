package uk.mashhub.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.mashhub.hub.storage.CosignedHeads;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.log.Cosigner;
import uk.mashhub.log.Cosigner.Answer;
import uk.mashhub.log.Cosigner.Answer.Kind;
import uk.mashhub.log.Ed25519Signer;
import uk.mashhub.log.Logged;
import uk.mashhub.log.note.Cosignature;
import uk.mashhub.log.note.LogProof;
import uk.mashhub.log.note.NoteAlgorithms;
import uk.mashhub.log.note.NoteKey;
import uk.mashhub.log.note.PolicyText;
import uk.mashhub.log.note.SignedNote;
import uk.mashhub.log.note.TrustPolicy;
import uk.mashhub.log.note.TrustPolicy.Verdict;
import uk.mashhub.log.tree.TileSource;
import uk.mashhub.model.id.DisclosureId;

class WitnessingTest {
    private final TreeRoom room = new TreeRoom();
    private final Sequencing sequencing = room.sequencing();
    private final CosignedHeads heads = new CosignedHeads(room.database.app);
    private final Map<String, Agency> agencies =
            Map.of("police", new Agency(1), "health", new Agency(2), "schools", new Agency(3));
    private final TrustPolicy policy = policy();
    private final Witnessing witnessing = new Witnessing(
            policy, new HashMap<>(agencies), room.key, room.tree, heads, room.clock, NoteAlgorithms.ofJdk());

    /** A witness that cosigns, refuses or is away as it is told. */
    private final class Agency implements Cosigner {
        private final Ed25519Signer signer;
        private final NoteKey key;
        private Kind answers = Kind.COSIGNED;
        private Optional<byte[]> seen = Optional.empty();

        Agency(int number) {
            byte[] secret = new byte[32];
            secret[0] = (byte) number;
            signer = new Ed25519Signer(secret);
            key = new NoteKey("witness-" + number, NoteKey.ED25519_COSIGNATURE, signer.publicKey());
        }

        @Override
        public Answer cosign(SignedNote head, TileSource tiles, long oldSize) {
            return answers == Kind.COSIGNED
                    ? Answer.cosigned(Cosignature.of(head.text(), room.clock.instant(), key, signer))
                    : new Answer(answers, Optional.empty());
        }

        @Override
        public Optional<byte[]> newest(String origin) {
            return seen;
        }
    }

    private TrustPolicy policy() {
        StringBuilder text = new StringBuilder("log " + room.key.vkey() + "\n");
        agencies.forEach((name, agency) -> text.append("witness ")
                .append(name)
                .append(' ')
                .append(agency.key.vkey())
                .append('\n'));
        try {
            return TrustPolicy.read((text + "group agencies 2 police health schools\nquorum agencies\n")
                    .getBytes(StandardCharsets.US_ASCII));
        } catch (PolicyText.Malformed e) {
            throw new IllegalStateException(e);
        }
    }

    private void grow() {
        room.append(3);
        sequencing.run();
        witnessing.run();
    }

    private Verdict.Kind newestIsBelieved() {
        SignedNote note = SignedNote.read(heads.newest().orElseThrow()).orElseThrow();
        return policy.judge(note, NoteAlgorithms.ofJdk()).kind();
    }

    @Test
    void keepsAHeadThatTheQuorumHasCosigned() {
        assertThat(witnessing.state().quorum()).as("before anybody was asked").isFalse();
        agencies.get("schools").answers = Kind.AWAY;
        grow();

        assertThat(heads.newestSize()).isEqualTo(3);
        assertThat(newestIsBelieved()).isEqualTo(Verdict.Kind.GOOD);
        assertThat(witnessing.state().quorum()).isTrue();
        assertThat(witnessing.state().witnesses()).containsEntry("schools", Kind.AWAY);
    }

    @Test
    void knowsThatAnotherHubHadTheHeadCosigned() {
        Witnessing other = new Witnessing(
                policy, new HashMap<>(agencies), room.key, room.tree, heads, room.clock, NoteAlgorithms.ofJdk());
        grow();

        other.run();

        assertThat(other.state().quorum()).isTrue();
        assertThat(other.state().refused()).isFalse();
    }

    @Test
    void goesOnWithoutTheQuorumSaysSoAndRecoversByItself() {
        grow();
        agencies.get("police").answers = Kind.AWAY;
        agencies.get("health").answers = Kind.UNFIT;
        room.clock.pass(Duration.ofMinutes(1));
        grow();

        assertThat(room.head().size()).as("the work goes on").isEqualTo(6);
        assertThat(heads.newestSize()).isEqualTo(3);
        assertThat(witnessing.state().quorum()).isFalse();
        assertThat(witnessing.state().since()).isEqualTo(TreeRoom.NOON.plusSeconds(60));
        agencies.get("police").answers = Kind.COSIGNED;
        witnessing.run();
        assertThat(heads.newestSize()).isEqualTo(6);
        assertThat(witnessing.state().quorum()).isTrue();
    }

    @Test
    void showsAWitnessThatRefusesThoughTheOthersCosign() {
        agencies.get("police").answers = Kind.REFUSED;
        grow();

        assertThat(witnessing.state().quorum()).isTrue();
        assertThat(witnessing.state().refused()).isTrue();
    }

    @Test
    void givesReceiptsThatSayWhetherTheyAreWitnessed() {
        SaltStore salts = new SaltStore(room.database.app, room.database.vault, room.database.random);
        LogReceipts receipts = new LogReceipts(room.entries, salts, room.tree, heads);
        DisclosureId disclosure = DisclosureId.random(room.database.random);
        Logged logged = room.append(Optional.of(disclosure.toString()));
        room.database.inApp().executeWithoutResult(s -> salts.keep(logged.entryId(), Holders.HUB, logged.salts()));
        sequencing.run();
        assertThat(receipts.of(disclosure).map(Receipt::kind)).contains(Receipt.Kind.PROOF);
        witnessing.run();
        room.append(400);
        sequencing.run();

        Receipt receipt = receipts.of(disclosure).orElseThrow();
        assertThat(receipt.kind()).isEqualTo(Receipt.Kind.WITNESSED);
        LogProof proof = LogProof.read(receipt.bytes()).orElseThrow();
        assertThat(proof.includes(logged.entry())).isTrue();
        assertThat(policy.judge(proof.checkpoint(), NoteAlgorithms.ofJdk()).kind())
                .isEqualTo(Verdict.Kind.GOOD);
    }

    @Test
    void cosignsAnewWhatADiskThatWasFullDidNotTake() {
        grow();
        try (FullTable full = new FullTable(room.database, "log_cosigned")) {
            assertThatThrownBy(this::grow).rootCause().hasMessageContaining("no space left");
            assertThat(heads.newestSize()).isEqualTo(3);
            assertThat(newestIsBelieved()).isEqualTo(Verdict.Kind.GOOD);
            assertThat(room.head().size()).as("the log goes on").isEqualTo(6);
        }
        witnessing.run();
        assertThat(heads.newestSize()).isEqualTo(6);
        assertThat(newestIsBelieved()).isEqualTo(Verdict.Kind.GOOD);
    }

    @Test
    void passesOverAHeadThatTheLogDidNotSign() {
        grow();
        byte[] own = room.tree.newestHead().orElseThrow();
        byte[] changed = own.clone();
        changed[changed.length - 5] ^= 1;
        agencies.get("police").seen = Optional.of(changed);
        assertThat(witnessing.newest()).isEmpty();
        agencies.get("health").seen = Optional.of(own);
        assertThat(witnessing.newest()).hasSize(1);
    }

    @Test
    void asksNobodyWhereNobodyIsAskedFor() {
        Witnessing alone = new Witnessing(
                TrustPolicy.ofLog(room.key), Map.of(), room.key, room.tree, heads, room.clock, NoteAlgorithms.ofJdk());
        room.append(1);
        sequencing.run();
        alone.run();
        assertThat(heads.newestSize()).isZero();
        assertThat(alone.state().quorum()).isTrue();
    }
}
